package io.shisei.comparison;

import io.shisei.refusal.Limits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The texts of a finding in AWS Security Finding Format that are of use to us, by path. */
public final class AsffFields {

    public static final String ID = "Id";
    public static final String ACCOUNT = "AwsAccountId";
    public static final String PRODUCT = "ProductArn";
    public static final String GENERATOR = "GeneratorId";
    public static final String REGION = "Region";
    public static final String UPDATED_AT = "UpdatedAt";
    public static final String RECORD_STATE = "RecordState";
    public static final String CONTROL = "Compliance.SecurityControlId";
    public static final String STATUS = "Compliance.Status";
    public static final String WORKFLOW = "Workflow.Status";
    public static final String RESOURCE = "Resources.Id";
    public static final String RESOURCE_REGION = "Resources.Region";

    private static final Set<String> KEPT = Set.of(
            ID,
            ACCOUNT,
            PRODUCT,
            GENERATOR,
            REGION,
            UPDATED_AT,
            RECORD_STATE,
            CONTROL,
            STATUS,
            WORKFLOW,
            RESOURCE,
            RESOURCE_REGION);

    private static final Set<String> PARENTS = KEPT.stream()
            .filter(path -> path.contains("."))
            .map(path -> path.substring(0, path.indexOf('.')))
            .collect(Collectors.toUnmodifiableSet());

    /** As many resources as the format lets a finding have. */
    private static final int MOST = 32;

    private final Map<String, List<String>> texts = new HashMap<>();

    /** Whether something of use may stand below this path. */
    static boolean lieBelow(String path) {
        return PARENTS.contains(path);
    }

    static boolean have(String path) {
        return KEPT.contains(path);
    }

    /** Null, what is too long, and what is no text that can be stored, are as if they were not there. */
    public void add(String path, @Nullable String text) {
        if (text == null) {
            return;
        }
        var of = texts.computeIfAbsent(path, key -> new ArrayList<>());
        if (of.size() < MOST && text.length() <= Limits.ARN && canBeStored(text)) {
            of.add(text.strip());
        }
    }

    private static boolean canBeStored(String text) {
        return text.chars().noneMatch(Character::isISOControl)
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** Empty where there is none. */
    public String text(String path) {
        return all(path).findFirst().orElse("");
    }

    Stream<String> all(String path) {
        return texts.getOrDefault(path, List.of()).stream().filter(text -> !text.isEmpty());
    }
}
