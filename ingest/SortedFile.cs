namespace ClaimInsights.Ingest;

/// <summary>The surely sound rows of one part that were closed in one month, typed and in the store's form, in the delivery's order.</summary>
/// <param name="Part">The part's number.</param>
/// <param name="Month">yyyymm.</param>
/// <param name="Path">A Parquet file on the workbench.</param>
/// <param name="Places">The file that keeps each row's line and place, <see cref="MonthSorter.PlaceSize"/> bytes a row.</param>
/// <param name="Rows">Rows in it.</param>
/// <param name="Attributes">Columns that it has beside the contract's, sorted.</param>
internal sealed record SortedFile(int Part, int Month, string Path, string Places, long Rows, IReadOnlyList<string> Attributes);
