package io.shisei.control.cel;

import io.shisei.control.Occasion;
import io.shisei.control.cel.Clauses.Demand;
import io.shisei.control.cel.check.Dictionary;
import io.shisei.control.cel.reason.Reasons;
import io.shisei.inventory.FieldType;
import io.shisei.inventory.FieldType.ListOf;
import io.shisei.inventory.FieldType.MapOf;
import io.shisei.inventory.FieldType.Scalar;
import io.shisei.inventory.FieldType.Struct;
import io.shisei.inventory.Gap;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A made up type of resource with fields of every kind, and conditions on it. */
final class Things {

    static final Struct PART = new Struct("thing.Part", Things::part);
    static final Struct THING = new Struct(
            "thing.Thing",
            () -> Map.of(
                    "Name",
                    Scalar.STRING,
                    "Size",
                    Scalar.INT,
                    "Config",
                    PART,
                    "Parts",
                    new ListOf(PART),
                    "More",
                    new ListOf(PART),
                    "ByKey",
                    new MapOf(PART),
                    "Other",
                    Scalar.BOOL));
    static final Struct NO_PARAMS = new Struct("params", Map::of);

    /** When and where things are judged. */
    static final Occasion OCCASION = new Occasion(Instant.parse("2026-09-01T00:00:00Z"), "1", "aws", "us-east-1");

    private static final Conditions CONDITIONS = new Conditions();

    private Things() {}

    private static Map<String, FieldType> part() {
        return Map.of("On", Scalar.BOOL, "Name", Scalar.STRING, "Port", Scalar.INT, "Tags", new ListOf(Scalar.STRING));
    }

    static Gap gap(String call) {
        return new Gap("thing:" + call, "AccessDenied", "");
    }

    static Condition compile(Map<String, String> definitions, @Nullable String applies, String demand, Demand kind) {
        try {
            return CONDITIONS.compile(
                    new Clauses(THING, NO_PARAMS, definitions, applies, demand, kind, Dictionary.PLAIN, Reasons.NONE));
        } catch (FlawedCondition e) {
            throw new AssertionError(demand, e);
        }
    }
}
