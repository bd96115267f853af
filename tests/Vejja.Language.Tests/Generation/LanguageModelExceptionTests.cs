using Vejja.Language.Generation;

namespace Vejja.Language.Tests.Generation;

public sealed class LanguageModelExceptionTests
{
    [Fact]
    public void Constructor_FaultAndCause_KeepsBoth()
    {
        var cause = new FileNotFoundException("x");
        var exception = new LanguageModelException(LanguageModelFault.Missing, "no model", cause);
        Assert.Equal((LanguageModelFault.Missing, "no model", cause), (exception.Fault, exception.Message, exception.InnerException));
    }
}
