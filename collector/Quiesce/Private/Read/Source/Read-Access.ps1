function Read-Access {
    # Security descriptors of many files in one call, each as Path and Sddl; one that cannot be read is an error of its own.
    param([Parameter(Mandatory)] [string[]] $Path)

    Microsoft.PowerShell.Security\Get-Acl -LiteralPath $Path -ErrorAction Continue
}
