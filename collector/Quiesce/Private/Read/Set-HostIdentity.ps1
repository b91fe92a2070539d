function Set-HostIdentity {
    # Facts of the host's Windows from three CIM classes; what the rest of the run decides by (kernel, build, kind).
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $System, [Parameter(Mandatory)] [hashtable] $Computer, [Parameter(Mandatory)] [hashtable] $Board)

    $facts = $Run.Host
    $os = if ($System.Rows.Count -gt 0) { $System.Rows[0] } else { $null }
    $machine = if ($Computer.Rows.Count -gt 0) { $Computer.Rows[0] } else { $null }
    $product = if ($Board.Rows.Count -gt 0) { $Board.Rows[0] } else { $null }

    $name = Limit-Text (Get-Value $machine 'Name') 512
    $facts['name'] = if ($null -ne $name) { $name } else { [Environment]::MachineName }
    $label = Get-Value $machine 'DNSHostName'
    $domain = Get-Value $machine 'Domain'
    $facts['fqdn'] = if ($label -and $domain -and (Get-Value $machine 'PartOfDomain')) { Limit-Text "$label.$domain".ToLowerInvariant() 512 } else { $null }
    if ($null -eq $facts['fqdn']) {
        if ($null -eq $machine) { Add-AbsentOf -To $Run.HostAbsent -Fact 'fqdn' -Result $Computer }
        else { Add-Absent -To $Run.HostAbsent -Fact 'fqdn' -Reason 'empty' -Text 'The host is in no domain.' }
    }
    $facts['hardwareUuid'] = ConvertTo-GuidText (Get-Value $product 'UUID')
    if ($null -eq $facts['hardwareUuid']) { Add-AbsentOf -To $Run.HostAbsent -Fact 'hardwareUuid' -Result $Board }

    $version = Limit-Text (Get-Value $os 'Version') 64
    $facts['osCaption'] = Limit-Text (Get-Value $os 'Caption') 512
    $facts['osVersion'] = $version
    $facts['osBuild'] = ConvertTo-Whole (Get-Value $os 'BuildNumber')
    $facts['productType'] = ConvertTo-Whole (Get-Value $os 'ProductType')
    $facts['uiCulture'] = Limit-Text @(Get-Value $os 'MUILanguages')[0] 64
    if ($null -eq $facts['uiCulture']) { Add-AbsentOf -To $Run.HostAbsent -Fact 'uiCulture' -Result $System }
    if ($null -eq $os) { Add-AbsentOf -To $Run.HostAbsent -Fact 'osCaption', 'osVersion', 'osBuild', 'productType' -Result $System }
    if ("$version" -match '^(\d+\.\d+)\.') { $Run.Kernel = $Matches[1] }
    $Run.Build = [int] $facts['osBuild']
    $Run.ProductType = $facts['productType']
}
