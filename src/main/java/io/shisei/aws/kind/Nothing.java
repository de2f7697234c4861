package io.shisei.aws.kind;

import java.util.List;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** What is described of a thing that consists of its parts. */
public enum Nothing implements SdkPojo {
    IT;

    @Override
    public List<SdkField<?>> sdkFields() {
        return List.of();
    }

    @Override
    public boolean equalsBySdkFields(Object other) {
        return equals(other);
    }
}
