function Get-ComponentRoles {
    # What each integration component is for, by its GUID (domain.md 3.4, S50).
    param()

    @{
        '84eaae65-2f2e-45f5-9bb5-0e857dc8eb47' = 'heartbeat'
        '5ced1297-4598-4915-a5fc-ad21bb4d02a4' = 'vss'
        '2a34b1c2-fd73-4043-8a5b-dd2159bc743f' = 'kvp'
        '9f8233ac-be49-4c79-8ee3-e7e1985b2077' = 'shutdown'
        '2497f4de-e9fa-4204-80e4-4b75c46419c0' = 'timesync'
        '6c09bb55-d683-4da0-8931-c9bf705f6480' = 'guest-service-interface'
    }
}
