package io.shisei.test;

import java.util.List;

/** The controls that the product began with: stubs and emulators have what they read. */
public final class FirstTen {

    public static final List<String> CONTROLS = List.of(
            "APIGateway.4",
            "CloudFront.5",
            "CloudFront.6",
            "EC2.17",
            "EC2.18",
            "ECS.1",
            "ES.4",
            "IAM.21",
            "RDS.15",
            "S3.8");

    private FirstTen() {}
}
