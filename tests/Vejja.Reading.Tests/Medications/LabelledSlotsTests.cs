using Vejja.Domain.Medications;
using Vejja.Reading.Medications;

namespace Vejja.Reading.Tests.Medications;

public sealed class LabelledSlotsTests
{
    [Theory]
    [InlineData("ព្រឹក 2 ថ្ងៃត្រង់ ..... ល្ងាច 2 យប់ ......", "MORN 2 EVE 2")]
    [InlineData("ព្រឹក 1 ថ្ងៃត្រង់ 1 ល្ងាច 1 យប់ -", "MORN 1 NOON 1 EVE 1")]
    [InlineData("ព្រឹក ½ គ្រាប់ ថ្ងៃត្រង់ - ល្ងាច 1 គ្រាប់", "MORN 0.5 tablet EVE 1 tablet")]
    [InlineData("ព្រឹក1 ថ្ងៃ- ល្ងាច1 យប់0", "MORN 1 EVE 1")]
    [InlineData("ព្រឹក 1 ថ្ងៃត្រង់\n…\nល្ងាច 1\nយប់\n…", "MORN 1 EVE 1")]
    [InlineData("ព្រឹក 0.5 ថ្ងៃត្រង់\n...\nល្ងាច\n...\nយប់\n...", "MORN 0.5")]
    [InlineData("Matin 0,5 Midi 0 Soir 1", "MORN 0.5 EVE 1")]
    [InlineData("Matin 1 Midi - Soir 1", "MORN 1 EVE 1")]
    [InlineData("matin : 1 cp, midi : 0, soir : 2 cp", "MORN 1 tablet EVE 2 tablet")]
    [InlineData("Morning 1 tab Noon 0 Evening 1 tab Night 0", "MORN 1 tablet EVE 1 tablet")]
    public void Read_TimesWithTheirNumbers_GivesEachItsOwn(string text, string expected) => Assert.Equal(expected, Text(text));

    [Theory]
    [InlineData("ព្រឹក 1 ថ្ងៃត្រង់ ល្ងាច 1 យប់")]
    [InlineData("ព្រឹក 1 គ្រាប់ ថ្ងៃត្រង់ - ល្ងាច 1 គ្រាប់ យប់ ☑ មុនបាយ ☐ ក្រោយបាយ")]
    [InlineData("ព្រឹក 1 គ្រាប់ ថ្ងៃត្រង់ - ល្ងាច 1 គ្រាប់ យប់\nមុនបាយ\n☐ ក្រោយបាយ")]
    public void Read_TimeWithoutAMarkBehindOthersWithNumbers_IsNotTakenAndNotSure(string text)
    {
        var line = LabelledSlots.Read(Printed.Ink(text))!;

        Assert.Equal(["MORN", "EVE"], line.Doses.Select(dose => dose.Slot.ToString()));
        Assert.True(line.Confidence < 0.65);
    }

    [Theory]
    [InlineData("1 matin, 1 midi et 1 soir")]
    [InlineData("1 comprimé matin et soir")]
    [InlineData("matin et soir")]
    [InlineData("ព្រឹក ល្ងាច")]
    [InlineData("1 tab in the morning and 2 in the evening")]
    [InlineData("Soir 1 Matin 1")]
    [InlineData("លេប 1 គ្រាប់ ព្រឹក រយៈពេល 7 ថ្ងៃ")]
    public void Read_Sentences_AreLeftToTheGrammar(string text) => Assert.Null(LabelledSlots.Read(Printed.Ink(text)));

    [Theory]
    [InlineData("1 tab in the evening x 7 days", false)]
    [InlineData("1 tab at bedtime × 5 days", false)]
    [InlineData("1 tab morning and evening", false)]
    [InlineData("Morning 1 Evening x", true)]
    [InlineData("Morning x 2 Evening 1", true)]
    [InlineData("ព្រឹក 1 ល្ងាច -", true)]
    public void HasNone_CrossBeforeDays_Multiplies(string text, bool expected) => Assert.Equal(expected, LabelledSlots.HasNone(text));

    [Fact]
    public void Read_FirstTimeWithoutAMarkBesideOneForNone_IsNotTakenAndNotSure()
    {
        var line = LabelledSlots.Read(Printed.Ink("ព្រឹក ថ្ងៃត្រង់ - ល្ងាច យប់ ½ គ្រាប់"))!;

        Assert.Equal(["NIGHT"], line.Doses.Select(dose => dose.Slot.ToString()));
        Assert.True(line.Confidence < 0.4);
    }

    [Fact]
    public void With_MealAndDaysBehind_HoldForAllDoses()
    {
        var ink = Printed.Ink("ព្រឹក 1 គ្រាប់ ថ្ងៃត្រង់ - ល្ងាច 1 គ្រាប់ → 7 ថ្ងៃ");
        var medication = SlotMedication.With(new Medication { Id = "m1" }, LabelledSlots.Read(ink)!, ink);

        Assert.Equal(7, medication.Duration?.Value.Value);
        Assert.Equal("MORN EVE", string.Join(' ', Assert.Single(medication.DosageInstruction).Repeat!.When));
    }

    [Theory]
    [InlineData("☐មុនបាយ ☑ក្រោយបាយ", "ក្រោយបាយ")]
    [InlineData("☑ before meals ☐ after meals", "before meals")]
    [InlineData("☐\nមុនបាយ\n☑ ក្រោយបាយ\n→ 30 ថ្ងៃ", "ក្រោយបាយ\n→ 30 ថ្ងៃ")]
    [InlineData("☐\nមុនបាយ\n☐ ក្រោយបាយ\n→ 3 ថ្ងៃ", "→ 3 ថ្ងៃ")]
    [InlineData("☐\n→ 3 ថ្ងៃ", "→ 3 ថ្ងៃ")]
    [InlineData("☐ 1 គ្រាប់\n→ 3 ថ្ងៃ", "→ 3 ថ្ងៃ")]
    [InlineData("|\nមុនបាយ\n☑ ក្រោយបាយ", "|\n ក្រោយបាយ")]
    [InlineData("មុនបាយ\n☐ ក្រោយបាយ\n→ 3 ថ្ងៃ", "→ 3 ថ្ងៃ")]
    [InlineData("3 ថ្ងៃ ☑ ក្រោយបាយ", "3 ថ្ងៃ  ក្រោយបាយ")]
    [InlineData("after meals", "after meals")]
    public void TickedWords_OnlyTickedBoxes_AreSaid(string text, string expected) => Assert.Equal(expected, TickedWords.Of(Printed.Ink(text)).Text.Text);

    private static string? Text(string text) => LabelledSlots.Read(Printed.Ink(text)) is { } line
        ? string.Join(' ', line.Doses.Select(dose => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{dose.Slot} {dose.Amount} {dose.Unit}").Trim()))
        : null;
}
