using System.Globalization;
using System.Net;
using System.Text;
using Vejja.Domain.Documents;
using Vejja.Domain.Evidence;
using Vejja.Domain.Geometry;
using Vejja.Domain.Medications;
using Vejja.Imaging.Pictures;
using Vejja.Reading;

namespace Vejja.App.Cli.Debugging;

/// <summary>One self-contained HTML file: the pages with every block on them; pointing at a field shows its ink, pointing at ink shows its text.</summary>
internal static class DebugPage
{
    private const string Style = """
        body{margin:0;font:14px/1.45 system-ui,"Noto Sans Khmer",sans-serif;display:grid;grid-template-columns:minmax(0,3fr) minmax(22rem,2fr);color:#1b1f24;background:#f5f6f8}
        main,aside{height:100vh;overflow:auto;box-sizing:border-box;padding:12px}aside{background:#fff;border-left:1px solid #d5dae0}
        svg{width:100%;height:auto;background:#fff;display:block;margin-bottom:12px}
        polygon{fill:transparent;stroke-width:1.2;vector-effect:non-scaling-stroke}polygon.cell{stroke:#466edc;stroke-dasharray:3 2}
        polygon.on{fill:#ffd54a88;stroke:#d18a00;stroke-width:2.5}
        h2{font-size:15px;margin:14px 0 4px}table{border-collapse:collapse;width:100%}td{padding:2px 6px;border-bottom:1px solid #eceff2;vertical-align:top}
        tr[data-s]{cursor:default}tr[data-s]:hover,tr.on{background:#fff3cf}.unsure{color:#b35400}.flag{color:#a11}.note{color:#667}
        """;

    private const string Script = """
        const light=(ids,on)=>{for(const id of ids){for(const e of document.querySelectorAll('[data-b="'+id+'"]'))e.classList.toggle('on',on)}};
        for(const row of document.querySelectorAll('tr[data-s]')){const ids=row.dataset.s.split(' ');
        row.onmouseenter=()=>{light(ids,true);const first=document.querySelector('polygon[data-b="'+ids[0]+'"]');if(first)first.scrollIntoView({block:'center',behavior:'smooth'})};row.onmouseleave=()=>light(ids,false)}
        for(const ink of document.querySelectorAll('polygon[data-b]')){const rows=[...document.querySelectorAll('tr[data-s]')].filter(r=>r.dataset.s.split(' ').includes(ink.dataset.b));
        ink.onmouseenter=()=>rows.forEach(r=>r.classList.add('on'));ink.onmouseleave=()=>rows.forEach(r=>r.classList.remove('on'))}
        """;

    /// <summary>The whole file.</summary>
    public static string Render(ReadDocument document)
    {
        var prescription = document.Prescription;
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>{Escape(prescription.File)}</title><style>{Style}</style><main>");
        for (var page = 0; page < document.Pages.Length; page++)
            AppendPage(html, document, page);
        html.Append("</main><aside>");
        AppendFields(html, prescription);
        foreach (var medication in prescription.Medications)
            AppendMedication(html, medication);
        AppendBlocks(html, prescription);
        html.Append("</aside><script>").Append(Script).Append("</script></html>");
        return html.ToString();
    }

    private static void AppendPage(StringBuilder html, ReadDocument document, int page)
    {
        var image = document.Pages[page];
        html.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {image.Width} {image.Height}\"><image width=\"{image.Width}\" height=\"{image.Height}\" href=\"data:image/png;base64,{Convert.ToBase64String(PngEncoding.Encode(image))}\"/>");
        foreach (var cell in document.Prescription.Tables.Where(table => table.Page == page).SelectMany(table => table.Cells))
            html.Append(CultureInfo.InvariantCulture, $"<polygon class=\"cell\" points=\"{Points(Polygon.From(cell.Box))}\"/>");
        foreach (var block in document.Prescription.Blocks.Where(block => block.Page == page))
        {
            html.Append(CultureInfo.InvariantCulture, $"<polygon data-b=\"{block.Id}\" stroke=\"hsl({120 * block.Confidence:0},80%,35%)\" points=\"{Points(block.Polygon)}\">");
            html.Append(CultureInfo.InvariantCulture, $"<title>{block.Id} {block.Confidence:0.00} {Escape(block.Text)}</title></polygon>");
        }

        html.Append("</svg>");
    }

    private static void AppendFields(StringBuilder html, Prescription prescription)
    {
        var fields = prescription.Fields;
        html.Append("<h2>Sheet</h2><table>");
        AppendRow(html, "facility", fields.Facility, value => value);
        AppendRow(html, "patient", fields.PatientName, value => value);
        AppendRow(html, "age", fields.Age, value => string.Create(CultureInfo.InvariantCulture, $"{value.Value} {value.Unit}"));
        AppendRow(html, "sex", fields.Sex, value => value);
        AppendRow(html, "date", fields.Date, value => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        AppendRow(html, "prescriber", fields.Prescriber, value => value);
        foreach (var diagnosis in fields.Diagnosis)
            AppendRow(html, "diagnosis", diagnosis, value => value);
        AppendRow(html, "next visit", fields.NextVisit, value => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        foreach (var slot in prescription.SlotHours)
            html.Append(CultureInfo.InvariantCulture, $"<tr data-s=\"{slot.Source}\"><td>{slot.When}<td>{slot.From:HH\\:mm}–{slot.To:HH\\:mm}<td>{slot.Confidence:0.00}");
        foreach (var warning in prescription.Pages.SelectMany(page => page.Warnings).Concat(prescription.Warnings))
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>warning<td class=\"flag\">{Escape(warning)}<td>");
        html.Append("</table>");
    }

    private static void AppendMedication(StringBuilder html, Medication medication)
    {
        html.Append(CultureInfo.InvariantCulture, $"<h2>{medication.Id} <span class=\"note\">{medication.Confidence:0.00}{(medication.RequiresReview ? ", to be checked" : "")}</span></h2><table>");
        AppendRow(html, "name", medication.Name, value => value);
        AppendRow(html, "strength", medication.Strength, value => value);
        AppendRow(html, "form", medication.Form, value => value);
        AppendRow(html, "route", medication.Route, value => value);
        AppendRow(html, "quantity", medication.Quantity, Text);
        AppendRow(html, "dosage", medication.DosageEvidence, _ => string.Join("; ", medication.DosageInstruction.Select(Words)));
        AppendRow(html, "duration", medication.Duration, Text);
        foreach (var flag in medication.Flags)
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{flag.Severity}<td class=\"flag\">{Escape(flag.Field)}: {Escape(flag.Code)} {Escape(string.Join(", ", flag.Arguments))}<td>");
        html.Append("</table>");
    }

    private static void AppendBlocks(StringBuilder html, Prescription prescription)
    {
        html.Append("<h2>Lines</h2><table>");
        foreach (var block in prescription.Blocks)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr data-s=\"{block.Id}\"><td class=\"note\">{block.Id}<td{(block.Confidence < 0.8 ? " class=\"unsure\"" : "")}>{Escape(block.Text)}");
            html.Append(CultureInfo.InvariantCulture, $"<td class=\"note\">{block.Type}<td>{block.Confidence:0.00}");
        }

        html.Append("</table>");
    }

    private static void AppendRow<T>(StringBuilder html, string label, Reading<T>? reading, Func<T, string> text)
    {
        if (reading is null)
            return;
        html.Append(CultureInfo.InvariantCulture, $"<tr data-s=\"{string.Join(' ', reading.Source)}\"><td class=\"note\">{label}<td{(reading.Confidence < 0.8 ? " class=\"unsure\"" : "")}>{Escape(text(reading.Value))}");
        html.Append(CultureInfo.InvariantCulture, $" <span class=\"note\">{Escape(reading.Raw ?? "")}{(reading.Derived ? " derived" : "")}</span><td>{reading.Confidence:0.00}");
    }

    private static string Words(Domain.Dosing.Dosage dosage)
    {
        var when = dosage.Repeat is { } repeat ? string.Join(" ", repeat.When) : "";
        return string.Create(CultureInfo.InvariantCulture, $"{dosage.Dose?.Low.Value:0.###} {dosage.Dose?.Low.Unit} {when} [{dosage.Text}]");
    }

    private static string Text(Quantity quantity) => string.Create(CultureInfo.InvariantCulture, $"{quantity.Value:0.###} {quantity.Unit}");

    private static string Points(Polygon polygon) =>
        string.Join(' ', polygon.Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.#},{point.Y:0.#}")));

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
