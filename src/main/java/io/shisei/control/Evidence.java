package io.shisei.control;

import java.util.List;
import java.util.Map;

/**
 * Why a control judged as it did.
 *
 * @param values by path in the document ({@code PublicAccessBlockConfiguration.BlockPublicAcls}), what the control
 *     read; a field that is not set is absent
 * @param violations the offending parts, for controls that name them
 */
public record Evidence(Map<String, Object> values, List<Object> violations) {}
