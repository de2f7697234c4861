package io.shisei.aws.shape;

import io.shisei.inventory.FieldType;
import io.shisei.inventory.FieldType.ListOf;
import io.shisei.inventory.FieldType.MapOf;
import io.shisei.inventory.FieldType.Scalar;
import io.shisei.inventory.FieldType.Struct;
import io.shisei.inventory.FieldType.Words;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.function.SingletonSupplier;

/**
 * The getters of a shape, which tell what its {@code SdkField}s do not: that of a field {@code State} is {@code state()}
 * and answers an enumeration, where there is one. Words that clash with Java's get {@code Value} behind.
 */
final class Getters {

    private final Map<String, Method> byName = new HashMap<>();

    Getters(Class<?> shape) {
        for (var method : shape.getDeclaredMethods()) {
            if (method.getParameterCount() == 0 && !method.isSynthetic()) {
                byName.put(method.getName().toLowerCase(Locale.ROOT), method);
            }
        }
    }

    /** The type with the enumerations in it that the getter of the field declares. */
    FieldType refine(String field, FieldType type) {
        if (!holdsTexts(type)) {
            return type;
        }
        var name = field.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
        var getter = byName.getOrDefault(name + "value", byName.get(name));
        return getter == null ? type : refine(type, getter.getGenericReturnType());
    }

    private static boolean holdsTexts(FieldType type) {
        return switch (type) {
            case Scalar scalar -> scalar == Scalar.STRING;
            case ListOf list -> holdsTexts(list.element());
            case MapOf ignored -> true;
            case Struct ignored -> false;
            case Words ignored -> false;
        };
    }

    private static FieldType refine(FieldType type, Type declared) {
        if (type == Scalar.STRING && declared instanceof Class<?> model && model.isEnum()) {
            return words(model);
        }
        if (!(declared instanceof ParameterizedType generic)) {
            return type;
        }
        var of = generic.getActualTypeArguments();
        return switch (type) {
            case ListOf list -> new ListOf(refine(list.element(), of[0]));
            case MapOf map -> new MapOf(refine(map.key(), of[0]), refine(map.value(), of[1]));
            default -> type;
        };
    }

    static Words words(Class<?> model) {
        return new Words(Shapes.name(model), SingletonSupplier.of(() -> known(model)));
    }

    private static Set<String> known(Class<?> model) {
        try {
            var values = (Set<?>) model.getMethod("knownValues").invoke(null);
            return values.stream().map(Object::toString).collect(Collectors.toUnmodifiableSet());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(model + " is not an enumeration of the SDK", e);
        }
    }
}
