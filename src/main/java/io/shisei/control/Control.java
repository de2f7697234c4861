package io.shisei.control;

import io.shisei.control.parameter.Parameter;
import io.shisei.inventory.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One demand on one or several kinds of resource.
 *
 * @param service as Security Hub calls it, the part of the id before the dot
 * @param category Security Hub's category, {@code Protect > Secure network configuration}
 * @param differs how it differs from its publisher's; null where it does not
 * @param resources the types that it judges, each by a condition of its own
 * @param reads the paths of the documents that the conditions read, {@code VpcConfig.SubnetIds}
 * @param actions the IAM actions that judging takes
 */
public record Control(
        ControlId id,
        String service,
        Text title,
        Text remediation,
        Severity severity,
        String category,
        @Nullable Difference differs,
        List<ResourceType> resources,
        Map<String, Parameter> parameters,
        Set<String> reads,
        Set<String> actions,
        List<Example> examples) {

    /** The names of the types that it judges. */
    public List<String> types() {
        return resources.stream().map(ResourceType::name).toList();
    }
}
