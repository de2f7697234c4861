package io.shisei.aws.shape;

import io.shisei.inventory.FieldType;
import io.shisei.inventory.FieldType.ListOf;
import io.shisei.inventory.FieldType.MapOf;
import io.shisei.inventory.FieldType.Scalar;
import io.shisei.inventory.FieldType.Struct;
import io.shisei.inventory.FieldType.Words;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** The types of documents, told by the SDK's own classes. Names are AWS's, as {@code SdkField.memberName()} has them. */
public final class Shapes {

    private static final Map<Class<?>, Struct> STRUCTS = new ConcurrentHashMap<>();

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
        for (var field : blank(shape).sdkFields()) {
            fields.put(field.memberName(), type(field, getters.answerOf(field.memberName())));
        }
        return Collections.unmodifiableMap(fields);
    }

    private static SdkPojo blank(Class<? extends SdkPojo> shape) {
        try {
            return (SdkPojo) shape.getMethod("builder").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(shape + " is not a shape of the SDK", e);
        }
    }

    private static FieldType type(SdkField<?> field, @Nullable Type declared) {
        return switch (field.marshallingType().getKnownType()) {
            case STRING -> text(declared);
            case BOOLEAN -> Scalar.BOOL;
            case INTEGER, LONG, SHORT, BYTE -> Scalar.INT;
            case FLOAT, DOUBLE, BIG_DECIMAL -> Scalar.DOUBLE;
            case INSTANT -> Scalar.TIMESTAMP;
            case SDK_BYTES -> Scalar.BYTES;
            case LIST -> new ListOf(type(field.getTrait(ListTrait.class).memberFieldInfo(), part(declared, 0)));
            case MAP ->
                new MapOf(
                        text(part(declared, 0)),
                        type(field.getTrait(MapTrait.class).valueFieldInfo(), part(declared, 1)));
            case SDK_POJO -> struct(shape(field, declared));
            case DOCUMENT, NULL -> Scalar.ANY;
        };
    }

    private static FieldType text(@Nullable Type declared) {
        return declared instanceof Class<?> model && model.isEnum() ? Getters.words(model) : Scalar.STRING;
    }

    private static @Nullable Type part(@Nullable Type declared, int number) {
        return declared instanceof ParameterizedType generic ? generic.getActualTypeArguments()[number] : null;
    }

    /** Told by the getter; else the field knows its shape by the builder that it makes, with all that this initializes. */
    private static Class<? extends SdkPojo> shape(SdkField<?> field, @Nullable Type declared) {
        var shape = declared instanceof Class<?> answer && SdkPojo.class.isAssignableFrom(answer)
                ? answer
                : field.constructor().get().getClass().getEnclosingClass();
        return shape.asSubclass(SdkPojo.class);
    }
}
