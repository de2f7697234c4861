package io.shisei.aws.service.iam;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.awssdk.services.iam.model.PolicyDetail;

/** Policy documents as IAM answers them: encoded by RFC 3986, where a plus is a plus. */
final class Documents {

    private Documents() {}

    static String plain(String document) {
        return document.startsWith("{")
                ? document
                : URLDecoder.decode(document.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Inline policies with their documents decoded. */
    static List<PolicyDetail> plain(List<PolicyDetail> policies) {
        return policies.stream()
                .map(policy -> policy.policyDocument() == null
                        ? policy
                        : policy.toBuilder()
                                .policyDocument(plain(policy.policyDocument()))
                                .build())
                .toList();
    }
}
