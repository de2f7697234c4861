-- A control may judge several types, each with gaps of its own. Until now each had one.
alter table evaluation add column resource_type text not null default '';
update evaluation set resource_type = case control_id
    when 'APIGateway.4' then 'AWS::ApiGateway::Stage'
    when 'CloudFront.5' then 'AWS::CloudFront::Distribution'
    when 'CloudFront.6' then 'AWS::CloudFront::Distribution'
    when 'EC2.17' then 'AWS::EC2::Instance'
    when 'EC2.18' then 'AWS::EC2::SecurityGroup'
    when 'ECS.1' then 'AWS::ECS::TaskDefinition'
    when 'ES.4' then 'AWS::Elasticsearch::Domain'
    when 'IAM.21' then 'AWS::IAM::Policy'
    when 'RDS.15' then 'AWS::RDS::DBCluster'
    when 'S3.8' then 'AWS::S3::Bucket'
    else '' end;
alter table evaluation alter column resource_type drop default;
alter table evaluation drop constraint evaluation_pkey,
    add primary key (account_id, region, control_id, resource_type);
