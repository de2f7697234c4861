package io.shisei.aws.shape;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** What AWS answered, as plain values typed by {@link Shapes}. What AWS left unset has no key. */
public final class Values {

    private Values() {}

    /** The fields that are set. */
    public static Map<String, Object> of(SdkPojo object) {
        var fields = object.sdkFields();
        var values = LinkedHashMap.<String, Object>newLinkedHashMap(fields.size());
        for (SdkField<?> field : fields) {
            var value = field.getValueOrDefault(object);
            if (value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap)) {
                values.put(field.memberName(), plain(value));
            }
        }
        return values;
    }

    /** {@code value} without any class of the SDK. */
    public static Object plain(Object value) {
        return switch (value) {
            case String text -> text;
            case Boolean bool -> bool;
            case Integer number -> number.longValue();
            case SdkPojo object -> of(object);
            case Collection<?> elements -> list(elements);
            case Map<?, ?> entries -> map(entries);
            case Instant instant -> instant.toString();
            case SdkBytes bytes -> Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
            case Float number -> number.doubleValue();
            case Double number -> number;
            case BigDecimal number -> number.doubleValue();
            case Number number -> number.longValue();
            case Document untyped -> untyped(untyped);
            default -> value.toString();
        };
    }

    private static List<Object> list(Collection<?> elements) {
        var values = new ArrayList<Object>(elements.size());
        for (var element : elements) {
            if (element != null) {
                values.add(plain(element));
            }
        }
        return values;
    }

    private static Map<String, Object> map(Map<?, ?> entries) {
        var values = LinkedHashMap.<String, Object>newLinkedHashMap(entries.size());
        entries.forEach((key, value) -> {
            if (value != null) {
                values.put(key.toString(), plain(value));
            }
        });
        return values;
    }

    private static Object untyped(Document document) {
        if (document.isNumber()) {
            var number = document.asNumber().bigDecimalValue();
            return number.stripTrailingZeros().scale() <= 0 ? (Object) number.longValue() : number.doubleValue();
        }
        if (document.isBoolean()) {
            return document.asBoolean();
        }
        if (document.isString()) {
            return document.asString();
        }
        return document.isList() ? untypedList(document) : untypedMap(document);
    }

    private static List<Object> untypedList(Document document) {
        return document.asList().stream()
                .filter(element -> !element.isNull())
                .map(Values::untyped)
                .toList();
    }

    private static Map<String, Object> untypedMap(Document document) {
        var values = new LinkedHashMap<String, Object>();
        document.asMap().forEach((key, value) -> {
            if (!value.isNull()) {
                values.put(key, untyped(value));
            }
        });
        return values;
    }
}
