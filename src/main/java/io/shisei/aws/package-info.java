/** The way into AWS, and how its resources are read: the only module that knows the AWS SDK. */
@ApplicationModule(
        allowedDependencies = {
            "inventory",
            "account",
            "account::organization",
            "comparison",
            "comparison::fetch",
            "refusal",
            "yaml"
        })
@NullMarked
package io.shisei.aws;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
