function Read-Account {
    # Who reads: name, whether elevated, whether in Hyper-V Administrators. By SID, for group names are localised.
    param()

    $identity = [Security.Principal.WindowsIdentity]::GetCurrent()
    $principal = [Security.Principal.WindowsPrincipal]::new($identity)
    @{
        Name          = $identity.Name
        Elevated      = $principal.IsInRole([Security.Principal.SecurityIdentifier]::new('S-1-5-32-544'))
        HyperVAdmin   = $principal.IsInRole([Security.Principal.SecurityIdentifier]::new('S-1-5-32-578'))
    }
}
