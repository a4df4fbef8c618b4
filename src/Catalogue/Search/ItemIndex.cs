using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Microsoft.Extensions.Logging;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Catalogue.Search;

/// <summary>
/// The catalogue's index: a folder on disk, which is opened again at the next start. What it holds can always be made anew from the
/// database, so a folder that is broken or of another format is emptied. Many read at once without locks; one writes.
/// </summary>
internal sealed class ItemIndex : IDisposable
{
    private const string PositionKey = "position", FormatKey = "format", SourceKey = "source";
    private readonly FSDirectory _folder;
    private readonly System.Threading.Lock _writing = new();
    private readonly ValueNumbers _numbers = new();
    private readonly ConditionalWeakTable<object, Segment> _segments = [];
    private IndexWriter _writer = null!;
    private Snapshot _now = null!;
    private long? _position;
    private string _source = "";
    private bool _disposed;
    private SearchWords _words = SearchWords.None;

    private ItemIndex(string folder) => _folder = FSDirectory.Open(folder);

    /// <summary>Opens the folder. Throws when another process holds it.</summary>
    internal static ItemIndex Open(string folder, ILogger? log = null)
    {
        try
        {
            return OpenFiles(folder);
        }
        catch (Exception exception) when (exception is not LockObtainFailedException)
        {
            log?.LogWarning(exception, "The index in {Folder} can't be used and will be built anew", folder);
            System.IO.Directory.Delete(folder, recursive: true);
            return OpenFiles(folder);
        }
    }

    /// <summary>The journal's position up to which it holds everything; null when it must be built.</summary>
    internal long? Position
    {
        get
        {
            lock (_writing) return _position;
        }
    }

    /// <summary>Whose items it holds: what marks the database that they came from; empty when it must be built.</summary>
    internal string Source
    {
        get
        {
            lock (_writing) return _source;
        }
    }

    /// <summary>The synonyms and fillers by which queries are read from now on.</summary>
    internal void Use(SearchWords words) => Volatile.Write(ref _words, words);

    /// <summary>Makes everything anew. Searches see the old items until it is done.</summary>
    internal void Rebuild(IEnumerable<IndexedItem> items, long position, string source = "") => Write(position, source, writer =>
    {
        writer.DeleteAll();
        foreach (var item in items) writer.AddDocument(ItemDocument.Make(item));
        writer.ForceMerge(1);
    });

    /// <summary>Takes out all documents of these items and adds those given. Searches see it when this returns.</summary>
    internal void Replace(IReadOnlyCollection<ItemCode> codes, IEnumerable<IndexedItem> items, long position)
    {
        var documents = items.Select(ItemDocument.Make).ToList();
        Write(position, Source, writer =>
        {
            writer.DeleteDocuments([.. codes.Select(code => new Term(ItemDocument.Code, code.Value))]);
            foreach (var document in documents) writer.AddDocument(document);
        });
    }

    /// <summary>Finds items, the best first; refused with <c>bad-cursor</c> for a cursor that is none of ours.</summary>
    internal Outcome<FoundItems> Search(ItemQuery query, string? cursor, int size)
    {
        var after = Cursor.Read(cursor);
        if (!after.IsDone) return after.Refusal;
        var snapshot = Hold();
        try
        {
            return new ItemSearch(snapshot, Volatile.Read(ref _words)).Find(query, after.Value, Math.Clamp(size, 1, 100));
        }
        finally
        {
            snapshot.Reader.DecRef();
        }
    }

    /// <summary>The items of a region, or all base items, as the index is now. It outlives the index's next change.</summary>
    internal RegionItems Of(RegionCode region)
    {
        var snapshot = Hold();
        try
        {
            return snapshot.Of(region);
        }
        finally
        {
            snapshot.Reader.DecRef();
        }
    }

    /// <summary>The codes of all items that a text finds in a region, or among all base items.</summary>
    internal HashSet<string> Codes(string text, RegionCode region)
    {
        var snapshot = Hold();
        try
        {
            return new ItemSearch(snapshot, Volatile.Read(ref _words)).Codes(text, region);
        }
        finally
        {
            snapshot.Reader.DecRef();
        }
    }

    /// <summary>The parts (子项) of a main item in a region, or among all base items, in order of their codes.</summary>
    internal IReadOnlyList<ItemCard> Parts(ItemCode main, RegionCode region, int most)
    {
        var snapshot = Hold();
        try
        {
            var query = new Lucene.Net.Search.TermQuery(new Term(ItemDocument.Main, ItemDocument.Term(ItemDocument.Prefix(region), main.Value)));
            return [.. snapshot.Searcher.Search(query, most).ScoreDocs.Select(d => Card(snapshot, d.Doc)).OrderBy(c => c.Code.Value, StringComparer.Ordinal)];
        }
        finally
        {
            snapshot.Reader.DecRef();
        }
    }

    /// <summary>What may complete a text, in characters, in letters or by initials; only what is decided in the region if there is one.</summary>
    internal IReadOnlyList<Suggestion> Suggest(string text, RegionCode region, int count)
    {
        var snapshot = Hold();
        try
        {
            return Suggestions.Of(snapshot, Volatile.Read(ref _words), text, region, Math.Clamp(count, 1, 20));
        }
        finally
        {
            snapshot.Reader.DecRef();
        }
    }

    public void Dispose()
    {
        lock (_writing)
        {
            if (_disposed) return;
            _disposed = true;
            _now.Reader.DecRef();
            _writer.Dispose();
            _folder.Dispose();
        }
    }

    /// <summary>The card of a document.</summary>
    internal static ItemCard Card(Snapshot snapshot, int doc)
    {
        var stored = snapshot.Searcher.Doc(doc).GetBinaryValue(ItemDocument.Card);
        return JsonSerializer.Deserialize<ItemCard>(stored.Bytes.AsSpan(stored.Offset, stored.Length), Journal.Json)!;
    }

    private static ItemIndex OpenFiles(string folder)
    {
        var index = new ItemIndex(folder);
        try
        {
            index.Start();
            return index;
        }
        catch
        {
            index._folder.Dispose();
            throw;
        }
    }

    private void Start()
    {
        _writer = new IndexWriter(_folder, new IndexWriterConfig(LuceneVersion.LUCENE_48, null) { RAMBufferSizeMB = 64, OpenMode = OpenMode.CREATE_OR_APPEND });
        try
        {
            var data = _writer.CommitData;
            if (data.TryGetValue(FormatKey, out var format) && format != ItemDocument.Format) throw new InvalidDataException($"Format {format}");
            _position = data.TryGetValue(PositionKey, out var position) ? long.Parse(position, CultureInfo.InvariantCulture) : null;
            _source = data.TryGetValue(SourceKey, out var source) ? source : "";
            _now = new Snapshot(DirectoryReader.Open(_writer, applyAllDeletes: true), _numbers, _segments);
        }
        catch
        {
            _writer.Rollback();
            throw;
        }
    }

    private void Write(long position, string source, Action<IndexWriter> write)
    {
        lock (_writing)
        {
            try
            {
                write(_writer);
                _writer.SetCommitData(new Dictionary<string, string>(StringComparer.Ordinal) { [PositionKey] = position.ToString(CultureInfo.InvariantCulture), [FormatKey] = ItemDocument.Format, [SourceKey] = source });
                _writer.Commit();
            }
            catch
            {
                // Half a change must not be committed with the next one.
                _writer.Rollback();
                var old = _now;
                Start();
                old.Reader.DecRef();
                throw;
            }
            (_position, _source) = (position, source);
            Refresh();
        }
    }

    private void Refresh()
    {
        var before = _now;
        if (DirectoryReader.OpenIfChanged(before.Reader, _writer, applyAllDeletes: true) is not { } reader) return;
        Volatile.Write(ref _now, new Snapshot(reader, _numbers, _segments));
        before.Reader.DecRef();
    }

    private Snapshot Hold()
    {
        while (true)
        {
            var now = Volatile.Read(ref _now);
            if (now.Reader.TryIncRef()) return now;
        }
    }
}
