/** The way into AWS: credentials, clients, regions, request rates. The only package that knows the AWS SDK. */
@ApplicationModule(allowedDependencies = {"inventory", "account"})
@NullMarked
package io.shisei.aws;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
