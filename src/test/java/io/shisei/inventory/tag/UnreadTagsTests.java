package io.shisei.inventory.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.aws.TypesOfAws;
import io.shisei.inventory.ResourceTypes;
import io.shisei.test.DatabaseTest;
import io.shisei.test.Types;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class UnreadTagsTests {

    @Autowired
    JdbcClient jdbc;

    private List<String> kept() {
        return jdbc.sql("select type from untagged_type").query(String.class).list();
    }

    @Test
    void areThoseThatNoAnswerTells() {
        new UnreadTags(jdbc, TypesOfAws.all()).keep();
        assertThat(kept().stream().filter(type -> !isOfAnAccount(type)))
                .containsExactlyInAnyOrder(
                        "AWS::ApiGatewayV2::Integration",
                        "AWS::ApiGatewayV2::Route",
                        "AWS::IAM::Group",
                        "AWS::S3::AccessPoint",
                        "AWS::S3::MultiRegionAccessPoint",
                        "AWS::S3Express::DirectoryBucket",
                        "AWS::SSM::PatchCompliance");
    }

    /** Settings, of which every account has one. */
    private static boolean isOfAnAccount(String type) {
        return TypesOfAws.all().named(type).orElseThrow().listing().isEmpty();
    }

    @Test
    void areForgottenOnceTheyAreRead() {
        jdbc.sql("insert into untagged_type values ('AWS::S3::Bucket') on conflict do nothing")
                .update();
        new UnreadTags(jdbc, new ResourceTypes(List.of(Types.BUCKET))).keep();
        assertThat(kept()).isEmpty();
    }
}
