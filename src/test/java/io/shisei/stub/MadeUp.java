package io.shisei.stub;

import io.shisei.aws.kind.Pages;
import java.lang.reflect.InvocationTargetException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Structures of the SDK in which everything is set: as the JSON says that the AWS CLI would print, and made up where it
 * says nothing. An id is the same wherever it is named.
 */
final class MadeUp {

    /** A page that is the last one says so. */
    private static final Set<String> MORE = Set.of("istruncated", "hasmoreitems");

    private static final int DEPTH = 8;

    private MadeUp() {}

    /** An answer of the class {@code shape}. */
    static Object of(Class<?> shape, JsonNode told) {
        return build(blank(shape), told, 0);
    }

    static SdkPojo blank(Class<?> shape) {
        try {
            return (SdkPojo) shape.getMethod("builder").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object build(SdkPojo builder, JsonNode told, int depth) {
        for (var field : builder.sdkFields()) {
            var value = value(field, name(field, builder), told.path(field.memberName()), depth, builder);
            if (value != null) {
                field.set(builder, value);
            }
        }
        return ((Buildable) builder).build();
    }

    private static String name(SdkField<?> field, SdkPojo owner) {
        return field.memberName() == null ? owner.getClass().getSimpleName() : field.memberName();
    }

    private static @Nullable Object value(SdkField<?> field, String name, JsonNode told, int depth, SdkPojo owner) {
        if (told.isNull() || told.isMissingNode() && (tellsOfMore(name) || depth > DEPTH)) {
            return null;
        }
        return switch (field.marshallingType().getKnownType()) {
            case STRING -> told.isMissingNode() ? word(field, name, owner) : told.asString();
            case BOOLEAN -> told.isMissingNode() || told.asBoolean();
            case INTEGER -> told.isMissingNode() ? 1 : told.asInt();
            case LONG -> told.isMissingNode() ? 1L : told.asLong();
            case SHORT -> (short) (told.isMissingNode() ? 1 : told.asInt());
            case BYTE -> (byte) 1;
            case FLOAT -> told.isMissingNode() ? 1f : (float) told.asDouble();
            case DOUBLE -> told.isMissingNode() ? 1.0 : told.asDouble();
            case BIG_DECIMAL -> java.math.BigDecimal.ONE;
            case INSTANT ->
                told.isMissingNode() ? Instant.parse("2026-01-01T00:00:00Z") : Instant.parse(told.asString());
            case SDK_BYTES -> SdkBytes.fromUtf8String(told.isMissingNode() ? "bytes" : told.asString());
            case DOCUMENT -> Document.fromString("document");
            case LIST -> list(field, name, told, depth);
            case MAP -> map(field, name, told, depth);
            case SDK_POJO -> build(field.constructor().get(), told, depth + 1);
            default -> throw new IllegalStateException("nothing is made up for " + field.marshallingType());
        };
    }

    private static boolean tellsOfMore(String name) {
        return Pages.isToken(name) || MORE.contains(name.toLowerCase(Locale.ROOT));
    }

    private static List<?> list(SdkField<?> field, String name, JsonNode told, int depth) {
        var member = field.getTrait(ListTrait.class).memberFieldInfo();
        var items = told.isMissingNode() ? List.of(told) : told.valueStream().toList();
        return items.stream()
                .map(item -> value(member, name, item, depth + 1, null))
                .filter(item -> item != null)
                .toList();
    }

    private static Map<String, ?> map(SdkField<?> field, String name, JsonNode told, int depth) {
        var member = field.getTrait(MapTrait.class).valueFieldInfo();
        if (told.isMissingNode()) {
            var value = value(member, name, told, depth + 1, null);
            return value == null ? Map.of() : Map.of("key", value);
        }
        var map = new java.util.LinkedHashMap<String, Object>();
        told.properties().forEach(entry -> {
            var value = value(member, name, entry.getValue(), depth + 1, null);
            if (value != null) {
                map.put(entry.getKey(), value);
            }
        });
        return map;
    }

    /** One that the API knows where it knows all of them; else told by the name of the field. */
    private static String word(SdkField<?> field, String name, @Nullable SdkPojo owner) {
        var known = owner == null ? "" : known(field, owner);
        if (!known.isEmpty()) {
            return known;
        }
        var id = name.replaceFirst("s$", "")
                .replaceFirst("(?i)identifier$", "id")
                .toLowerCase(Locale.ROOT);
        return id.endsWith("arn") ? "arn:aws:made:eu-west-1:111122223333:up/" + id : id + "-1";
    }

    private static String known(SdkField<?> field, SdkPojo owner) {
        var shape = owner.getClass().getEnclosingClass();
        return java.util.Arrays.stream(shape.getMethods())
                .filter(method -> method.getParameterCount() == 0
                        && method.getReturnType().isEnum())
                .filter(method -> method.getName().equalsIgnoreCase(field.memberName()))
                .findFirst()
                .map(method -> first(method.getReturnType()))
                .orElse("");
    }

    private static String first(Class<?> words) {
        try {
            return ((Set<?>) words.getMethod("knownValues").invoke(null))
                    .iterator()
                    .next()
                    .toString();
        } catch (IllegalAccessException | InvocationTargetException | NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode nothingTold() {
        return MissingNode.getInstance();
    }
}
