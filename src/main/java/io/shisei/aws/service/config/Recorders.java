package io.shisei.aws.service.config;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Nothing;
import io.shisei.aws.kind.Pages;
import io.shisei.aws.kind.Shapes;
import software.amazon.awssdk.services.config.model.ConfigurationRecorder;
import software.amazon.awssdk.services.config.model.ConfigurationRecorderStatus;

/** What AWS Config records in a region: nothing where it was never switched on. */
final class Recorders {

    static final Kind<String, Nothing> KIND = Kind.single("AWS::Config::Recorders")
            .part(
                    "ConfigurationRecorders",
                    Shapes.list(ConfigurationRecorder.class),
                    Config.API.ask("config:DescribeConfigurationRecorders"),
                    (config, nothing) ->
                            Pages.whole(config.describeConfigurationRecorders().configurationRecorders()))
            .part(
                    "ConfigurationRecordersStatus",
                    Shapes.list(ConfigurationRecorderStatus.class),
                    Config.API.ask("config:DescribeConfigurationRecorderStatus"),
                    (config, nothing) -> Pages.whole(
                            config.describeConfigurationRecorderStatus().configurationRecordersStatus()));

    private Recorders() {}
}
