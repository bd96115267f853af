using System.Text.Json;
using Vejja.Language.Generation;
using Vejja.Language.LlamaCpp.Grammar;

namespace Vejja.Language.Tests.LlamaCpp;

public sealed class JsonSchemaGrammarTests
{
    [Theory]
    [InlineData("""{"enum":["a","b",3,null]}""", """root ::= gap ("\"a\"" | "\"b\"" | "3" | "null")""")]
    [InlineData("""{"const":true}""", """root ::= gap "true" """)]
    [InlineData("""{"type":["integer","null"]}""", "root ::= gap (integer | null)")]
    [InlineData("""{"type":"array","items":{"type":"boolean"},"minItems":1,"maxItems":3}""", """root ::= gap ("[" gap boolean (gap "," gap boolean){0,2} gap "]")""")]
    [InlineData("""{"type":"object","properties":{"x":{"type":"string"}}}""", """root ::= gap ("{" gap "\"x\":" gap string gap "}")""")]
    public void Write_Schema_IsThatRule(string schema, string expected) =>
        Assert.Equal(expected.Trim(), JsonSchemaGrammar.Write(Parse(schema)).Split('\n')[0]);

    [Theory]
    [InlineData("""{"type":"object"}""")]
    [InlineData("""{"type":"array"}""")]
    [InlineData("""{"type":"date"}""")]
    [InlineData("""{"$ref":"#/x"}""")]
    [InlineData("""{"type":"array","items":{"type":"null"},"maxItems":9999}""")]
    [InlineData("3")]
    public void Write_WhatHasNoGrammar_IsRefused(string schema) =>
        Assert.Equal(LanguageModelFault.Request, Assert.Throws<LanguageModelException>(() => JsonSchemaGrammar.Write(Parse(schema))).Fault);

    private static JsonElement Parse(string json) => JsonSerializer.Deserialize<JsonElement>(json);
}
