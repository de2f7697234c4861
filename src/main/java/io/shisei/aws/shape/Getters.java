package io.shisei.aws.shape;

import io.shisei.inventory.FieldType.Words;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.function.SingletonSupplier;

/**
 * The getters of a shape, which tell the types of its members: that of a member {@code State} is {@code state()}, and
 * answers an enumeration where there is one. Words that clash with Java's get {@code Value} behind.
 */
final class Getters {

    private final Map<String, Method> byName = new HashMap<>();
    private final Class<?> shape;

    Getters(Class<?> shape) {
        this.shape = shape;
        for (var method : shape.getDeclaredMethods()) {
            if (method.getParameterCount() == 0 && !method.isSynthetic()) {
                byName.put(method.getName().toLowerCase(Locale.ROOT), method);
            }
        }
    }

    /** What the getter of the member answers. */
    Type answerOf(String member) {
        var name = member.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
        var getter = byName.getOrDefault(name + "value", byName.get(name));
        if (getter == null) {
            throw new IllegalArgumentException(shape + " has no getter of " + member);
        }
        return getter.getGenericReturnType();
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
