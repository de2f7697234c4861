-- Whether the tags of a resource could not be read yet: then it may have some. See docs/adr/0128.
alter table resource add column tags_unread boolean not null default false;

-- Types whose tags were not read until now.
update resource set tags_unread = true
where tags = '{}'
  and type in ('AWS::CloudFront::Distribution', 'AWS::DMS::ReplicationTask', 'AWS::ECS::Cluster', 'AWS::ECS::TaskDefinition',
               'AWS::ElasticLoadBalancing::LoadBalancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer',
               'AWS::Elasticsearch::Domain', 'AWS::IAM::Policy', 'AWS::Lambda::Function', 'AWS::OpenSearch::Domain',
               'AWS::RDS::DBProxy', 'AWS::RDS::EventSubscription', 'AWS::S3::Bucket', 'AWS::WAFv2::WebACL')
  and account_id not in (select id from account where sample);

-- For other modules: resources as they are stored; tags_known is false where one without tags may have some.
create or replace view stored_resource as
select id, account_id, region, type, arn, name, tags, document, gaps, gone_at, unseen,
       tags <> '{}' or not tags_unread and type not in (select u.type from untagged_type u) as tags_known
from resource;
