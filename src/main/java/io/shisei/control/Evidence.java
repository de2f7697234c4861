package io.shisei.control;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Why a control judged as it did.
 *
 * @param values by path in the document ({@code PublicAccessBlockConfiguration.BlockPublicAcls}), what the control
 *     read; a field that is not set is absent
 * @param violations the offending parts, for controls that name them
 * @param unread what could not be read or evaluated, {@code s3:GetBucketAcl AccessDenied}: why a verdict is unknown, or
 *     what stands beside a failure that is proven without it
 */
public record Evidence(Map<String, Object> values, List<Object> violations, SortedSet<String> unread) {

    public static final Evidence NONE = new Evidence(Map.of(), List.of(), new TreeSet<>());
}
