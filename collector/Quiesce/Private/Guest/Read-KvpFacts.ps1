function Read-KvpFacts {
    # What the integration services tell of each running guest (intrinsic items) and what guests published (guest items):
    # one query for all VMs. Shielded VMs tell nothing by design.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section)

    $result = Read-Class -Run $Run -ClassName 'Msvm_KvpExchangeComponent' -Namespace $Run.Space
    Add-SectionErrors -Section $Section -Result $result -All
    $kvp = @{}
    foreach ($row in $result.Rows) {
        $id = ConvertTo-GuidText (Get-Value $row 'SystemName')
        if ($null -eq $id -or -not $Run.Vms.Contains($id)) { continue }
        $intrinsic = @{}
        foreach ($text in @(Get-Value $row 'GuestIntrinsicExchangeItems')) { $item = ConvertFrom-KvpItem "$text"; if ($null -ne $item) { $intrinsic[$item.Name] = $item.Data } }
        $published = @{}
        foreach ($text in @(Get-Value $row 'GuestExchangeItems')) { $item = ConvertFrom-KvpItem "$text"; if ($null -ne $item) { $published[$item.Name] = $item.Data } }
        $kvp[$id] = @{ Intrinsic = $intrinsic; Published = $published }
    }
    return @{ Of = $kvp; Result = $result }
}
