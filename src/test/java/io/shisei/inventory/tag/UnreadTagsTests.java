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
    void areThoseThatDoNotComeWithTheListing() {
        new UnreadTags(jdbc, TypesOfAws.all()).keep();
        assertThat(kept())
                .contains("AWS::S3::Bucket", "AWS::Lambda::Function")
                .doesNotContain("AWS::EC2::Instance", "AWS::RDS::DBInstance", "AWS::IAM::Role");
    }

    @Test
    void areForgottenOnceTheyAreRead() {
        jdbc.sql("insert into untagged_type values ('AWS::S3::Bucket') on conflict do nothing")
                .update();
        new UnreadTags(jdbc, new ResourceTypes(List.of(Types.BUCKET))).keep();
        assertThat(kept()).isEmpty();
    }
}
