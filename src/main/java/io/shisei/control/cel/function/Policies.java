package io.shisei.control.cel.function;

import io.shisei.control.cel.value.JsonText;
import io.shisei.control.cel.value.Shape;
import io.shisei.control.cel.value.StructView;
import io.shisei.inventory.FieldType;
import io.shisei.inventory.FieldType.ListOf;
import io.shisei.inventory.FieldType.MapOf;
import io.shisei.inventory.FieldType.Scalar;
import io.shisei.inventory.FieldType.Struct;
import io.shisei.inventory.FieldType.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads IAM policies, <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">by
 * their grammar</a>: what may be one text or several is always a list, the principal {@code "*"} is every AWS one.
 */
public final class Policies {

    private static final FieldType TEXTS = new ListOf(Scalar.STRING);
    private static final Words EFFECT = new Words("policy.Effect", () -> Set.of("Allow", "Deny"));
    private static final Map<String, FieldType> FIELDS = Map.of(
            "Sid",
            Scalar.STRING,
            "Effect",
            EFFECT,
            "Action",
            TEXTS,
            "NotAction",
            TEXTS,
            "Resource",
            TEXTS,
            "NotResource",
            TEXTS,
            "Principal",
            new MapOf(TEXTS),
            "NotPrincipal",
            new MapOf(TEXTS),
            "Condition",
            new MapOf(new MapOf(TEXTS)));

    public static final Struct STATEMENT = new Struct("policy.Statement", () -> FIELDS);

    private final Shape shape;

    Policies(Shape shape) {
        this.shape = shape;
    }

    List<StructView> statements(String text) {
        var statements = parse(text).path("Statement");
        var views = new ArrayList<StructView>();
        if (statements.isArray()) {
            statements.forEach(statement -> views.add(statement(statement)));
        } else {
            views.add(statement(statements));
        }
        return views;
    }

    private static JsonNode parse(String text) {
        try {
            return JsonText.tree(text);
        } catch (JacksonException e) {
            throw malformed("it is not JSON");
        }
    }

    private StructView statement(JsonNode statement) {
        var effect = statement.path("Effect").asString("");
        if (!effect.equals("Allow") && !effect.equals("Deny")) {
            throw malformed("a statement has neither Effect Allow nor Effect Deny");
        }
        var fields = new LinkedHashMap<String, Object>();
        for (var property : statement.properties()) {
            var type = FIELDS.get(property.getKey());
            if (type != null) {
                fields.put(property.getKey(), value(property.getKey(), type, property.getValue()));
            }
        }
        return new StructView(shape, fields);
    }

    private static Object value(String name, FieldType type, JsonNode node) {
        return switch (type) {
            case ListOf ignored -> texts(name, node);
            case MapOf map -> node.isString() ? Map.of("AWS", List.of(node.asString())) : map(name, map.value(), node);
            case Scalar ignored -> text(name, node);
            case Words ignored -> text(name, node);
            case Struct ignored -> throw new IllegalStateException(name);
        };
    }

    private static Map<String, Object> map(String name, FieldType type, JsonNode node) {
        if (!node.isObject()) {
            throw malformed(name + " is not an object");
        }
        var map = new LinkedHashMap<String, Object>();
        node.properties().forEach(entry -> map.put(entry.getKey(), value(name, type, entry.getValue())));
        return map;
    }

    private static List<String> texts(String name, JsonNode node) {
        var texts = new ArrayList<String>();
        if (node.isArray()) {
            node.forEach(item -> texts.add(text(name, item)));
        } else {
            texts.add(text(name, node));
        }
        return texts;
    }

    private static String text(String name, JsonNode node) {
        if (!node.isValueNode() || node.isNull()) {
            throw malformed(name + " is not a text");
        }
        return node.asString();
    }

    private static IllegalArgumentException malformed(String what) {
        return new IllegalArgumentException("policy: malformed policy document, " + what);
    }
}
