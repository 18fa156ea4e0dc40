import { graphql } from '#gql/gql';

export const ViewerQuery = graphql(`
  query Viewer {
    viewer {
      name
      email
      demo
      memberId
      role
      organization {
        id
        name
        mode
        timeZone
        currency
        transfersTo
        skonto {
          basisPoints
          days
        }
      }
      memberships {
        organizationId
        organizationName
        role
      }
    }
  }
`);
