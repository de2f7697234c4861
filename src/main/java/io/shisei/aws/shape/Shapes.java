package io.shisei.aws.shape;

import static java.util.Map.entry;

import io.shisei.inventory.FieldType;
import io.shisei.inventory.FieldType.ListOf;
import io.shisei.inventory.FieldType.MapOf;
import io.shisei.inventory.FieldType.Scalar;
import io.shisei.inventory.FieldType.Struct;
import io.shisei.inventory.FieldType.Words;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.util.function.SingletonSupplier;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;

/** The types of documents, told by the SDK's own classes. Names are AWS's, as {@code SdkField.memberName()} has them. */
public final class Shapes {

    private static final Map<Class<?>, Struct> STRUCTS = new ConcurrentHashMap<>();

    private static final Map<Type, Scalar> SCALARS = Map.ofEntries(
            entry(String.class, Scalar.STRING),
            entry(Boolean.class, Scalar.BOOL),
            entry(Byte.class, Scalar.INT),
            entry(Short.class, Scalar.INT),
            entry(Integer.class, Scalar.INT),
            entry(Long.class, Scalar.INT),
            entry(Float.class, Scalar.DOUBLE),
            entry(Double.class, Scalar.DOUBLE),
            entry(BigDecimal.class, Scalar.DOUBLE),
            entry(Instant.class, Scalar.TIMESTAMP),
            entry(SdkBytes.class, Scalar.BYTES),
            entry(Document.class, Scalar.ANY));

    private Shapes() {}

    /** The structure that {@code shape} is; shapes may contain themselves. */
    public static Struct struct(Class<? extends SdkPojo> shape) {
        return STRUCTS.computeIfAbsent(
                shape, same -> new Struct(name(shape), SingletonSupplier.of(() -> fields(shape))));
    }

    /** A list of structures. */
    public static ListOf list(Class<? extends SdkPojo> shape) {
        return new ListOf(struct(shape));
    }

    /** A text that is one of the words of {@code model}, an enumeration of the SDK. */
    public static Words words(Class<? extends Enum<?>> model) {
        return Getters.words(model);
    }

    /** {@code ec2.SecurityGroup}. */
    static String name(Class<?> model) {
        var path = model.getPackageName().split("\\.");
        return path[path.length - 2] + "." + model.getSimpleName();
    }

    private static Map<String, FieldType> fields(Class<? extends SdkPojo> shape) {
        var fields = new LinkedHashMap<String, FieldType>();
        var getters = new Getters(shape);
        for (var name : MemberNames.of(shape)) {
            fields.put(name, type(getters.answerOf(name)));
        }
        return Collections.unmodifiableMap(fields);
    }

    private static FieldType type(Type declared) {
        if (declared instanceof ParameterizedType generic) {
            return generic.getRawType() == Map.class
                    ? new MapOf(part(generic, 0), part(generic, 1))
                    : new ListOf(part(generic, 0));
        }
        if (declared instanceof Class<?> model && SdkPojo.class.isAssignableFrom(model)) {
            return struct(model.asSubclass(SdkPojo.class));
        }
        return declared instanceof Class<?> model && model.isEnum() ? Getters.words(model) : scalar(declared);
    }

    private static FieldType part(ParameterizedType generic, int number) {
        return type(generic.getActualTypeArguments()[number]);
    }

    private static Scalar scalar(Type declared) {
        var scalar = SCALARS.get(declared);
        if (scalar == null) {
            throw new IllegalArgumentException(declared + " is no type of a member that the SDK had before");
        }
        return scalar;
    }
}
