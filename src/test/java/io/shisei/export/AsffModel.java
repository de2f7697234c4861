package io.shisei.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.services.securityhub.model.AwsSecurityFinding;
import tools.jackson.databind.JsonNode;

/**
 * The AWS SDK's own model of ASFF: members, types, allowed words. Beside it what the SDK's classes do not tell, and AWS's
 * documentation does: which members are required, lengths, and what an instant looks like
 * (https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_AwsSecurityFinding.html).
 */
final class AsffModel {

    private static final Map<String, Set<String>> REQUIRED = Map.of(
            "",
            Set.of(
                    "SchemaVersion",
                    "Id",
                    "ProductArn",
                    "GeneratorId",
                    "AwsAccountId",
                    "CreatedAt",
                    "UpdatedAt",
                    "Severity",
                    "Title",
                    "Description",
                    "Resources"),
            "/Severity",
            Set.of("Label"),
            "/Resources",
            Set.of("Type", "Id"));

    private static final Map<String, Integer> LONGEST = Map.ofEntries(
            Map.entry("/Id", 512),
            Map.entry("/ProductArn", 2048),
            Map.entry("/ProductName", 128),
            Map.entry("/GeneratorId", 512),
            Map.entry("/AwsAccountId", 12),
            Map.entry("/Title", 256),
            Map.entry("/Description", 1024),
            Map.entry("/Severity/Original", 64),
            Map.entry("/FindingProviderFields/Severity/Original", 64),
            Map.entry("/Remediation/Recommendation/Text", 512),
            Map.entry("/Resources/Type", 256),
            Map.entry("/Resources/Region", 16));

    private static final Map<String, Integer> MOST =
            Map.of("/Resources", 32, "/Types", 50, "/ProductFields", 50, "/FindingProviderFields/Types", 50);

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");

    private final List<String> violations = new ArrayList<>();

    private AsffModel() {}

    /** What is otherwise than in the model; empty when nothing. */
    static List<String> violations(JsonNode finding) {
        var model = new AsffModel();
        model.checkObject("", finding, AwsSecurityFinding.builder());
        return model.violations;
    }

    private void checkObject(String path, JsonNode object, SdkPojo model) {
        var fields = model.sdkFields().stream().collect(Collectors.toMap(SdkField::locationName, Function.identity()));
        REQUIRED.getOrDefault(path, Set.of()).stream()
                .filter(name -> !object.has(name))
                .forEach(name -> violations.add(path + "/" + name + " is missing"));
        object.properties().forEach(member -> {
            var where = path + "/" + member.getKey();
            var field = fields.get(member.getKey());
            if (field == null) {
                violations.add(where + " is not in the model");
            } else {
                check(where, member.getValue(), field, allowed(model, field));
            }
        });
    }

    private void check(String path, JsonNode value, SdkField<?> field, Set<String> allowed) {
        if (value.size() > MOST.getOrDefault(path, Integer.MAX_VALUE)) {
            violations.add(path + " has too many");
        }
        var type = field.marshallingType();
        if (type == MarshallingType.STRING) {
            checkText(path, value, allowed);
        } else if (type == MarshallingType.SDK_POJO && value.isObject()) {
            checkObject(path, value, field.constructor().get());
        } else if (type == MarshallingType.LIST && value.isArray()) {
            var element = field.getTrait(ListTrait.class).memberFieldInfo();
            value.forEach(item -> check(path, item, element, Set.of()));
        } else if (type == MarshallingType.MAP && value.isObject()) {
            var element = field.getTrait(MapTrait.class).valueFieldInfo();
            value.properties().forEach(entry -> check(path, entry.getValue(), element, Set.of()));
        } else {
            violations.add(path + " is of another type than " + type);
        }
    }

    private void checkText(String path, JsonNode value, Set<String> allowed) {
        if (!value.isString() || value.asString().isBlank()) {
            violations.add(path + " is no text, or an empty one");
        } else if (value.asString().length() > LONGEST.getOrDefault(path, Integer.MAX_VALUE)) {
            violations.add(path + " is too long");
        } else if (path.endsWith("At") && !INSTANT.matcher(value.asString()).matches()) {
            violations.add(path + " is no instant");
        } else if (!allowed.isEmpty() && !allowed.contains(value.asString())) {
            violations.add(path + " is none of " + allowed);
        }
    }

    /** The words of a member that is an enumeration: its builder takes the constants, too. */
    private static Set<String> allowed(SdkPojo builder, SdkField<?> field) {
        return Stream.of(builder.getClass().getMethods())
                .filter(method -> method.getName().equalsIgnoreCase(field.memberName()))
                .filter(method -> method.getParameterCount() == 1)
                .map(method -> method.getParameterTypes()[0])
                .filter(Class::isEnum)
                .flatMap(words -> Arrays.stream(words.getEnumConstants()))
                .map(String::valueOf)
                .filter(word -> !word.equals("null")) // what a newer API may say
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
