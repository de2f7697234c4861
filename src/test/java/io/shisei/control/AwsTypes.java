package io.shisei.control;

import io.shisei.aws.kind.Services;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.ResourceTypes;

/** The resource types that are read from AWS, as the services declare them. */
public final class AwsTypes {

    public static final ResourceTypes ALL = all();

    private AwsTypes() {}

    public static ResourceType named(String name) {
        return ALL.named(name).orElseThrow();
    }

    private static ResourceTypes all() {
        return new ResourceTypes(Services.all().stream()
                .flatMap(service -> service.types().stream())
                .toList());
    }
}
