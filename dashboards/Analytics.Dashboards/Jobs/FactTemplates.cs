// Templates of normalized facts, to fill in and upload, and the metrics they may name.
using Analytics.Etl.Facts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Analytics.Dashboards.Jobs;

internal static class FactTemplates
{
    private const string Csv = "text/csv; charset=utf-8";
    private const string Name = "facts-template";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/jobs/facts.xlsx", (FactsTemplate template) =>
            Results.File(template.Xlsx(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{Name}.xlsx"));
        routes.MapGet("/jobs/facts.csv", () => Results.File(FactsTemplate.Csv(), Csv, $"{Name}.csv"));
        routes.MapGet("/jobs/metrics.csv", (FactsTemplate template) => Results.File(template.MetricsCsv(), Csv, "metrics.csv"));
    }
}
