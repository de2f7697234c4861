package io.shisei.control;

import io.shisei.inventory.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One demand on one kind of resource.
 *
 * @param service as Security Hub calls it, the part of the id before the dot
 * @param category Security Hub's category, {@code Protect > Secure network configuration}
 * @param reads the paths of the document that the condition reads, {@code VpcConfig.SubnetIds}
 * @param actions the IAM actions that judging takes
 */
public record Control(
        ControlId id,
        String service,
        Text title,
        Text remediation,
        Severity severity,
        String category,
        ResourceType resource,
        Map<String, Parameter> parameters,
        Set<String> reads,
        Set<String> actions,
        List<Example> examples) {}
