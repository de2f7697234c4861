package io.shisei.api.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;

/** Describes records as they are: what is {@code @Nullable} may be null, all else is there and is not. */
@Component
class RecordSchemas implements ModelConverter {

    private static final String REF = "#/components/schemas/";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        var schema = chain.next().resolve(type, context, chain);
        var record = raw(type.getType());
        if (schema != null && record != null && record.isRecord()) {
            var model = schema.get$ref() == null
                    ? schema
                    : context.getDefinedModels().get(schema.get$ref().substring(REF.length()));
            if (model != null && model.getProperties() != null) {
                components(record).forEach(component -> describe(component, model));
            }
        }
        return schema;
    }

    private static @Nullable Class<?> raw(Type type) {
        return type instanceof JavaType java
                ? java.getRawClass()
                : ResolvableType.forType(type).resolve();
    }

    private static Stream<RecordComponent> components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .flatMap(component -> component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                        ? components(component.getType())
                        : Stream.of(component));
    }

    @SuppressWarnings("rawtypes") // as swagger-core has them
    private static void describe(RecordComponent component, Schema<?> model) {
        var name = name(component);
        Map<String, Schema> properties = model.getProperties();
        var property = properties.get(name);
        if (property == null) {
            return;
        }
        texts(component, property);
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            if (model.getRequired() == null || !model.getRequired().contains(name)) {
                model.addRequiredItem(name);
            }
        } else if (!leavesOutNull(component)) {
            properties.put(name, orNull(property));
        }
    }

    private static String name(RecordComponent component) {
        var named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null ? component.getName() : named.value();
    }

    private static boolean leavesOutNull(RecordComponent component) {
        var inclusion = component.getDeclaringRecord().getAnnotation(JsonInclude.class);
        return inclusion != null && inclusion.value() == JsonInclude.Include.NON_NULL;
    }

    /** A pattern of Java means the whole text, and has flags that JSON Schema's does not know. */
    private static void texts(RecordComponent component, Schema<?> property) {
        var accessor = component.getAccessor();
        if (accessor.isAnnotationPresent(NotBlank.class) || accessor.isAnnotationPresent(Pattern.class)) {
            property.setMinLength(1);
            property.setPattern("\\S");
        }
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.get$ref() != null) {
            return new Schema<>().addAnyOfItem(property).addAnyOfItem(ofType("null"));
        }
        var types = types(property);
        if (!types.isEmpty()) {
            types.add("null");
            property.setTypes(types);
        }
        if (property.getEnum() != null && !property.getEnum().contains(null)) {
            property.addEnumItemObject(null);
        }
        return property;
    }

    private static Set<String> types(Schema<?> schema) {
        return schema.getTypes() != null
                ? new LinkedHashSet<>(schema.getTypes())
                : schema.getType() == null ? new LinkedHashSet<>() : new LinkedHashSet<>(Set.of(schema.getType()));
    }

    private static Schema<?> ofType(String type) {
        var schema = new Schema<>();
        schema.setTypes(Set.of(type));
        return schema;
    }
}
