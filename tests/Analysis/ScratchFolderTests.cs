using ClaimInsights.Analysis;

namespace ClaimInsights.Tests.Analysis;

/// <summary>Folders for what does not fit into memory.</summary>
public class ScratchFolderTests
{
    [Fact]
    public void a_folder_goes_with_its_owner_and_stays_as_long()
    {
        string folder;
        using (var scratch = new ScratchFolder("test"))
        {
            folder = Path.GetDirectoryName(scratch.PathOf("rows"))!;
            File.WriteAllText(scratch.PathOf("rows"), "1");
            using var other = new ScratchFolder("test");

            Assert.True(File.Exists(scratch.PathOf("rows")));
        }

        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public void what_a_killed_run_left_is_removed_by_the_next_and_what_is_just_being_made_is_not()
    {
        var (left, made) = (Directory.CreateTempSubdirectory("claiminsights-test-").FullName, Directory.CreateTempSubdirectory("claiminsights-test-").FullName);
        File.WriteAllText(Path.Combine(left, "lock"), "");
        File.WriteAllText(Path.Combine(left, "rows"), "1");
        File.SetLastWriteTimeUtc(Path.Combine(left, "lock"), new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        using var next = new ScratchFolder("test");

        Assert.False(Directory.Exists(left));
        Assert.True(Directory.Exists(made));
        Directory.Delete(made);
    }
}
