@{
    RootModule = 'Quiesce.psm1'
    ModuleVersion = '1.0.0'
    GUID = '6d0c6f0e-2f7b-4c0a-9a53-7f1e8d1c5a42'
    Author = 'Quiesce'
    Description = 'Reads what a live backup of Hyper-V VMs depends on, changes nothing, and sends it to a Quiesce dashboard or writes it to a file.'
    PowerShellVersion = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')
    FunctionsToExport = @(
        'Invoke-QuiesceCollection', 'Export-QuiesceScvmm', 'Test-QuiesceCollector',
        'Register-QuiesceCollector', 'Unregister-QuiesceCollector', 'Send-QuiesceInventory',
        'Set-QuiesceCredential', 'Set-QuiesceGuestCredential'
    )
    CmdletsToExport = @()
    VariablesToExport = @()
    AliasesToExport = @()
    PrivateData = @{ PSData = @{ Tags = @('Hyper-V', 'Backup', 'VSS', 'Windows') } }
}
