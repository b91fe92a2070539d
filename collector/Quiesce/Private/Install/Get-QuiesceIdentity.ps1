function Get-QuiesceIdentity {
    <#
    .SYNOPSIS
    What this machine says of itself when it enrols: name, fqdn, hardwareUuid, language, elevated, runAs, versions.
    #>
    [CmdletBinding()]
    [OutputType([Collections.Specialized.OrderedDictionary])]
    param()

    $run = New-Run -CallSeconds 60 -RunSeconds 300
    $account = Invoke-Source -Run $run -Reader 'Read-Account'
    if ($account.Rows.Count -gt 0) { $run.Account = $account.Rows[0] }
    $system = Invoke-Source -Run $run -Reader 'Read-Cim' -With @{ ClassName = 'Win32_OperatingSystem' }
    $computer = Invoke-Source -Run $run -Reader 'Read-Cim' -With @{ ClassName = 'Win32_ComputerSystem' }
    $board = Invoke-Source -Run $run -Reader 'Read-Cim' -With @{ ClassName = 'Win32_ComputerSystemProduct' }
    if ($null -ne $run.Runspace) { $run.Runspace.Dispose() }
    Set-HostIdentity -Run $run -System $system -Computer $computer -Board $board
    [ordered] @{
        name = $run.Host['name']; fqdn = $run.Host['fqdn']; hardwareUuid = $run.Host['hardwareUuid']
        version = Get-QuiesceVersion; psVersion = "$($PSVersionTable.PSVersion)"; psEdition = "$($PSVersionTable.PSEdition)"
        language = Limit-Text ([Globalization.CultureInfo]::InstalledUICulture.Name) 64
        elevated = $run.Account.Elevated; runAs = $run.Account.Name
    }
}
