// Writes metadata signatures as text, so that what one assembly asks for and what another offers can be compared as strings.
using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace DuckDB.NET.Bindings.Tests;

internal sealed class SignatureText(MetadataReader metadata) : ISignatureTypeProvider<string, object?>
{
    private const byte Class = 0x12;
    private const byte ValueType = 0x11;

    private readonly HashSet<string> kinds = new(StringComparer.Ordinal);

    /// <summary>"class N.T" or "valuetype N.T" for every named type that the decoded signatures mentioned so far.</summary>
    public IReadOnlySet<string> Kinds => kinds;

    public static string Method(string owner, string name, MethodSignature<string> s) =>
        $"{owner}::{(s.Header.IsInstance ? "instance" : "static")} {s.ReturnType} {name}`{s.GenericParameterCount}({string.Join(", ", s.ParameterTypes)})";

    public static string Field(string owner, string name, string type) => $"{owner}::field {type} {name}";

    public string Name(TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{Name((TypeReferenceHandle)type.ResolutionScope)}/{metadata.GetString(type.Name)}"
            : $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }

    public string Name(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        return type.IsNested
            ? $"{Name(type.GetDeclaringType())}/{metadata.GetString(type.Name)}"
            : $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }

    /// <summary>The assembly that a reference points into; empty when it stays in this module.</summary>
    public string AssemblyOf(TypeReferenceHandle handle)
    {
        var scope = metadata.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.AssemblyReference => metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name),
            HandleKind.TypeReference => AssemblyOf((TypeReferenceHandle)scope),
            _ => "",
        };
    }

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => WithKind(Name(handle), rawTypeKind);

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => WithKind(Name(handle), rawTypeKind);

    public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

    public string GetSZArrayType(string elementType) => elementType + "[]";

    public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{new string(',', shape.Rank - 1)}]";

    public string GetByReferenceType(string elementType) => elementType + "&";

    public string GetPointerType(string elementType) => elementType + "*";

    public string GetPinnedType(string elementType) => elementType + " pinned";

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => $"{genericType}<{string.Join(", ", typeArguments)}>";

    public string GetGenericMethodParameter(object? genericContext, int index) => $"!!{index}";

    public string GetGenericTypeParameter(object? genericContext, int index) => $"!{index}";

    public string GetFunctionPointerType(MethodSignature<string> signature) =>
        $"fnptr[{signature.Header}]({string.Join(", ", signature.ParameterTypes)})->{signature.ReturnType}";

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) =>
        $"{unmodifiedType} {(isRequired ? "modreq" : "modopt")}({modifier})";

    private string WithKind(string name, byte rawTypeKind)
    {
        if (rawTypeKind is not (Class or ValueType))
            return name;

        var text = (rawTypeKind == Class ? "class " : "valuetype ") + name;
        kinds.Add(text);
        return text;
    }
}
