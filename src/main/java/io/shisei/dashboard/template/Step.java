package io.shisei.dashboard.template;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * A step of a path: a property, of a bean or a record, or a call.
 *
 * @param methods those that may answer it, the first that there is
 */
record Step(String[] methods, Map<Class<?>, Optional<Method>> found) {

    static Step parse(String word) {
        var name = word.replace("()", "");
        var property = StringUtils.capitalize(name);
        var methods = word.equals(name) ? new String[] {"get" + property, "is" + property, name} : new String[] {name};
        return new Step(methods, new ConcurrentHashMap<>());
    }

    /** The value of the step, or {@link PlainPath#UNREADABLE}. */
    @Nullable
    Object take(Object from) {
        var method = found.computeIfAbsent(from.getClass(), this::find);
        if (method.isEmpty()) {
            return PlainPath.UNREADABLE;
        }
        try {
            return method.get().invoke(from);
        } catch (ReflectiveOperationException e) {
            return PlainPath.UNREADABLE;
        }
    }

    private Optional<Method> find(Class<?> type) {
        return Arrays.stream(methods)
                .flatMap(name -> Stream.ofNullable(ClassUtils.getMethodIfAvailable(type, name)))
                .map(method -> ClassUtils.getPubliclyAccessibleMethodIfPossible(method, type))
                .filter(Method::trySetAccessible)
                .findFirst();
    }
}
