using System.Collections.Immutable;
using System.Globalization;
using Vejja.Bench.Browser;
using Vejja.Bench.Camera;
using Vejja.Bench.Content;
using Vejja.Bench.Pictures;
using Vejja.Bench.Templates;
using Vejja.Bench.Truth;
using Vejja.Bench.Wording;

namespace Vejja.Bench.Rendering;

/// <summary>A sheet as pictures, with its truth.</summary>
/// <param name="Pictures">A JPEG a page.</param>
/// <param name="Truth">Its truth.</param>
internal sealed record PrintedSheet(ImmutableArray<Photograph> Pictures, TruthDocument Truth);

/// <summary>Makes sheets: draws what they say, prints them in the browser, photographs the pages.</summary>
/// <param name="browser">The browser.</param>
/// <param name="fonts">The folder that holds <c>node_modules</c> with the packaged typefaces.</param>
/// <param name="withUnknownMedicines">Whether every medicine has an invented name that no lexicon knows.</param>
internal sealed class SheetPress(Chromium browser, string fonts, bool withUnknownMedicines = false)
{
    /// <summary>Device pixels per CSS pixel: A4 becomes 1588 × 2246.</summary>
    private const double Scale = 2;

    private readonly string style = Tsv.Resource("sheet.css") + Typefaces.FontFaces(fonts);

    /// <summary>An order to a machine that every sheet carries; null for none.</summary>
    public InjectedOrder? Order { get; init; }

    /// <summary>Makes one sheet.</summary>
    /// <param name="family">Its family.</param>
    /// <param name="seed">Its seed.</param>
    /// <param name="level">How it is photographed.</param>
    /// <param name="file">The file name for the truth.</param>
    /// <param name="cancellation">Stops the rendering.</param>
    /// <exception cref="InvalidOperationException">A typeface of the family's split is missing.</exception>
    public async Task<PrintedSheet> MakeAsync(TemplateFamily family, ulong seed, DegradationLevel level, string file, CancellationToken cancellation)
    {
        InstalledTypefaces.Require(Typefaces.Of(family.Split));
        // A sheet whose text does not fit its paper is drawn again: smaller letters first, then other content.
        for (var attempt = 0; ; attempt++)
        {
            var dice = new Dice(seed).Fork(family.Name).Fork(attempt.ToString(CultureInfo.InvariantCulture));
            var (composition, html) = Compose(family, dice, attempt);
            var (pages, pngs, texts) = await browser.RenderAsync(html, 1200, Scale, page => Cut(page, dice.Fork("cut")), cancellation);
            if (pages.All(PlacedPage.Fits))
            {
                for (var i = 0; i < pages.Length; i++)
                    pages[i] = InkBounds.Tighten(pages[i], Codec.Open(texts[i]), Scale);
                return Photograph(composition, family, seed, level, file, pages, pngs, dice);
            }

            if (attempt == 20)
                throw new InvalidOperationException($"No sheet of family {family.Name} and seed {seed} fits its paper.");
        }
    }

    /// <summary>Half of the sheets that leave much of their paper empty are on a shorter one.</summary>
    private static double Cut(RenderedPage page, Dice dice)
    {
        var foot = page.Lines.Select(line => line.Box.Y2).Concat(page.Ignored.Select(box => box.Y2)).Max();
        return foot > page.Height * 0.8 || dice.Chance(0.4) ? page.Height : Math.Min(page.Height, Math.Ceiling(foot + dice.Between(40, 140)));
    }

    private (Composition Composition, string Html) Compose(TemplateFamily family, Dice dice, int attempt)
    {
        var look = Look.Draw(family.Split, dice.Fork("look"));
        look = look with { SizePixels = look.SizePixels * Math.Pow(0.96, attempt) };
        var choices = dice.Fork("choices");
        var numerals = new Numerals(family.Main == Tongue.Khmer && choices.Chance(0.16), choices.Any("½", "1/2", "0.5", "½", family.Main == Tongue.English ? "0.5" : "0,5"));
        var sheet = Sheet.Draw(family.Needs, family.Split, dice.Fork("sheet"));
        if (withUnknownMedicines)
        {
            var names = dice.Fork("names");
            sheet = sheet with { Orders = [.. sheet.Orders.Select(order => order with { Name = InventedNames.Draw(names) })] };
        }

        var composition = new Composition(sheet, look, numerals, choices);
        var body = family.Compose(composition);
        body = Order?.On(body, dice.Fork("order")) ?? body;
        return (composition, $"<!doctype html><html><head><meta charset='utf-8'><style>{style}{look.Css()}</style></head><body>{body}</body></html>");
    }

    private static PrintedSheet Photograph(
        Composition composition, TemplateFamily family, ulong seed, DegradationLevel level, string file, RenderedPage[] pages, byte[][] pngs, Dice dice)
    {
        var pictures = ImmutableArray.CreateBuilder<Photograph>();
        var placed = ImmutableArray.CreateBuilder<PlacedPage>();
        for (var i = 0; i < pages.Length; i++)
        {
            var picture = PageCamera.Take(Codec.Open(pngs[i]), level, dice.Fork("camera" + i.ToString(CultureInfo.InvariantCulture) + level));
            pictures.Add(picture);
            placed.Add(PlacedPage.From(pages[i], (picture.Image.Width, picture.Image.Height, picture.RotationDegrees), point => picture.Place(new(point.X * Scale, point.Y * Scale))));
        }

        var truth = new TruthBuilding(composition, placed.ToImmutable()).Build(file, family, seed, level.ToString().ToLowerInvariant());
        return new PrintedSheet(pictures.ToImmutable(), truth);
    }
}
