// The bindings stand in for an assembly that DuckDB.NET.Data was compiled against: whatever its metadata asks for must be there,
// with the same signature, and whatever we declare must be in the native library. A gap shows here, not in production.
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace DuckDB.NET.Bindings.Tests;

public sealed class ContractTests : IDisposable
{
    private static readonly Assembly Bindings = typeof(DuckDBDate).Assembly;

    private readonly PEReader dataFile = new(File.OpenRead(typeof(DuckDBConnection).Assembly.Location));
    private readonly PEReader bindingsFile = new(File.OpenRead(Bindings.Location));
    private readonly MetadataReader data;
    private readonly MetadataReader bindings;
    private readonly SignatureText asked;
    private readonly SignatureText offered;

    public ContractTests()
    {
        data = dataFile.GetMetadataReader();
        bindings = bindingsFile.GetMetadataReader();
        asked = new SignatureText(data);
        offered = new SignatureText(bindings);
    }

    public void Dispose()
    {
        dataFile.Dispose();
        bindingsFile.Dispose();
    }

    [Fact]
    public void The_assembly_has_the_identity_the_provider_refers_to()
    {
        var reference = data.AssemblyReferences.Select(data.GetAssemblyReference)
            .Single(r => data.StringComparer.Equals(r.Name, "DuckDB.NET.Bindings"));

        Assert.Equal(reference.GetAssemblyName().FullName, Bindings.GetName().FullName);
    }

    [Fact]
    public void Every_type_the_provider_refers_to_is_there_and_public()
    {
        var wanted = data.TypeReferences.Where(FromBindings).Select(asked.Name).ToList();

        Assert.NotEmpty(wanted);
        Assert.Empty(Missing(wanted, PublicTypes().Select(offered.Name)));
    }

    [Fact]
    public void Every_member_the_provider_refers_to_is_there_with_the_same_signature()
    {
        var wanted = MembersAsked().ToList();

        Assert.NotEmpty(wanted);
        Assert.Empty(Missing(wanted, MembersOffered()));
    }

    [Fact]
    public void Every_type_is_a_class_or_a_value_type_as_the_provider_says()
    {
        DecodeEverySignature(data, asked);
        var types = bindings.TypeDefinitions.Select(h => (IsValueType(h) ? "valuetype " : "class ") + offered.Name(h));
        var names = bindings.TypeDefinitions.Select(offered.Name).ToHashSet(StringComparer.Ordinal);
        var wanted = asked.Kinds.Where(k => names.Contains(k[(k.IndexOf(' ', StringComparison.Ordinal) + 1)..])).ToList();

        Assert.NotEmpty(wanted);
        Assert.Empty(Missing(wanted, types));
    }

    [Fact]
    public void Every_entry_point_is_exported_by_the_native_library()
    {
        var library = NativeLibrary.Load("duckdb", Bindings, DllImportSearchPath.AssemblyDirectory);
        var entryPoints = bindings.MethodDefinitions.Select(bindings.GetMethodDefinition)
            .Where(m => m.Attributes.HasFlag(MethodAttributes.PinvokeImpl))
            .Select(m => bindings.GetString(m.GetImport().Name))
            .Distinct(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(entryPoints);
        Assert.All(entryPoints, name => Assert.True(NativeLibrary.TryGetExport(library, name, out _), name));
    }

    [Fact]
    public void The_native_library_is_of_the_version_of_the_provider()
    {
        var provider = typeof(DuckDBConnection).Assembly.GetName().Version!;

        Assert.Equal($"v{provider.ToString(3)}", NativeMethods.Startup.DuckDBLibraryVersion());
    }

    private static IEnumerable<string> Missing(IEnumerable<string> wanted, IEnumerable<string> there) => wanted.Except(there, StringComparer.Ordinal);

    private bool FromBindings(TypeReferenceHandle type) => asked.AssemblyOf(type) == "DuckDB.NET.Bindings";

    private IEnumerable<string> MembersAsked()
    {
        foreach (var member in data.MemberReferences.Select(data.GetMemberReference))
        {
            if (member.Parent.Kind != HandleKind.TypeReference || !FromBindings((TypeReferenceHandle)member.Parent))
                continue;

            var owner = asked.Name((TypeReferenceHandle)member.Parent);
            var name = data.GetString(member.Name);
            yield return member.GetKind() == MemberReferenceKind.Method
                ? SignatureText.Method(owner, name, member.DecodeMethodSignature(asked, null))
                : SignatureText.Field(owner, name, member.DecodeFieldSignature(asked, null));
        }
    }

    private IEnumerable<string> MembersOffered()
    {
        foreach (var handle in PublicTypes())
        {
            var owner = offered.Name(handle);
            var type = bindings.GetTypeDefinition(handle);
            foreach (var method in type.GetMethods().Select(bindings.GetMethodDefinition))
                if ((method.Attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public)
                    yield return SignatureText.Method(owner, bindings.GetString(method.Name), method.DecodeSignature(offered, null));
            foreach (var field in type.GetFields().Select(bindings.GetFieldDefinition))
                if ((field.Attributes & FieldAttributes.FieldAccessMask) == FieldAttributes.Public)
                    yield return SignatureText.Field(owner, bindings.GetString(field.Name), field.DecodeSignature(offered, null));
        }
    }

    private IEnumerable<TypeDefinitionHandle> PublicTypes() => bindings.TypeDefinitions.Where(IsPublic);

    private bool IsPublic(TypeDefinitionHandle handle)
    {
        var type = bindings.GetTypeDefinition(handle);
        return (type.Attributes & TypeAttributes.VisibilityMask) switch
        {
            TypeAttributes.Public => true,
            TypeAttributes.NestedPublic => IsPublic(type.GetDeclaringType()),
            _ => false,
        };
    }

    private bool IsValueType(TypeDefinitionHandle handle)
    {
        var parent = bindings.GetTypeDefinition(handle).BaseType;
        return parent.Kind == HandleKind.TypeReference
            && offered.Name((TypeReferenceHandle)parent) is "System.ValueType" or "System.Enum";
    }

    // Class or value type is said only where a signature uses a type, so all of them are read, locals included.
    private static void DecodeEverySignature(MetadataReader metadata, SignatureText text)
    {
        foreach (var method in metadata.MethodDefinitions)
            metadata.GetMethodDefinition(method).DecodeSignature(text, null);
        foreach (var field in metadata.FieldDefinitions)
            metadata.GetFieldDefinition(field).DecodeSignature(text, null);
        foreach (var member in metadata.MemberReferences.Select(metadata.GetMemberReference))
        {
            if (member.GetKind() == MemberReferenceKind.Method)
                member.DecodeMethodSignature(text, null);
            else
                member.DecodeFieldSignature(text, null);
        }

        for (var row = 1; row <= metadata.GetTableRowCount(TableIndex.TypeSpec); row++)
            metadata.GetTypeSpecification(MetadataTokens.TypeSpecificationHandle(row)).DecodeSignature(text, null);
        for (var row = 1; row <= metadata.GetTableRowCount(TableIndex.MethodSpec); row++)
            metadata.GetMethodSpecification(MetadataTokens.MethodSpecificationHandle(row)).DecodeSignature(text, null);
        for (var row = 1; row <= metadata.GetTableRowCount(TableIndex.StandAloneSig); row++)
        {
            var signature = metadata.GetStandaloneSignature(MetadataTokens.StandaloneSignatureHandle(row));
            if (signature.GetKind() == StandaloneSignatureKind.LocalVariables)
                signature.DecodeLocalSignature(text, null);
        }
    }
}
