function Set-DiskChain {
    # What is inside one disk's file, and its chain from the file written now to its base.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section, [Parameter(Mandatory)] [hashtable] $Vm, [Parameter(Mandatory)] $Disk, [int] $At, [Parameter(Mandatory)] [hashtable] $Known)

    if ($Disk['kind'] -eq 'passthrough' -or $null -eq $Disk['path']) {
        $reason = if ($Disk['kind'] -eq 'passthrough') { 'not-applicable' } else { 'empty' }
        Add-Absent -To $Vm.Absent -Fact "disks[$At]" -Reason $reason
        return
    }
    $entry = $Known[$Disk['path'].ToLowerInvariant()]
    $vhd = if ($null -ne $entry) { $entry.Vhd } else { $null }
    if ($null -eq $vhd) {
        $cause = if ($null -ne $entry) { $entry.Cause } else { @{ Reason = 'error'; Text = 'The file was not opened.' } }
        Add-Absent -To $Vm.Absent -Fact "disks[$At]" -Reason $cause.Reason -Text $cause.Text
        $Disk['chainError'] = Get-ChainFault -Run $Run -Path $Disk['path'] -Cause $cause -Missing 'broken'
        Add-SectionErrors -Section $Section -Result @{ Errors = @($cause) }
        return
    }
    $format = ConvertTo-Word (Get-Value $vhd 'VhdFormat') @{ '2' = 'VHD'; '3' = 'VHDX'; '4' = 'VHDSet' }
    $kind = ConvertTo-Word (Get-Value $vhd 'VhdType') @{ '2' = 'Fixed'; '3' = 'Dynamic'; '4' = 'Differencing' }
    $Disk['format'] = $format
    $Disk['type'] = $kind
    $Disk['sizeBytes'] = ConvertTo-Whole (Get-Value $vhd 'Size')
    $Disk['fileBytes'] = ConvertTo-Whole (Get-Value $vhd 'FileSize')
    $Disk['logicalSector'] = ConvertTo-Whole (Get-Value $vhd 'LogicalSectorSize')
    $Disk['physicalSector'] = ConvertTo-Whole (Get-Value $vhd 'PhysicalSectorSize')
    $Disk['alignment'] = ConvertTo-Whole (Get-Value $vhd 'Alignment')
    $chain = [Collections.Generic.List[string]]::new()
    $passed = @{}
    $path = $Disk['path']
    $fault = 'none'
    while ($null -ne $path) {
        $key = $path.ToLowerInvariant()
        if ($passed.ContainsKey($key) -or $chain.Count -ge 1000) { $fault = 'broken'; break }
        $passed[$key] = $true
        $chain.Add($path)
        $link = $Known[$key]
        if ($null -eq $link) { $fault = 'not-read'; break }
        if ($null -eq $link.Vhd) {
            $fault = Get-ChainFault -Run $Run -Path $path -Cause $link.Cause -Missing 'base-missing'
            if ($fault -eq 'not-read') { Add-Absent -To $Vm.Absent -Fact "disks[$At].chainError" -Reason $link.Cause.Reason -Text $link.Cause.Text }
            Add-SectionErrors -Section $Section -Result @{ Errors = @($link.Cause) }
            break
        }
        $path = Limit-Text (Get-Value $link.Vhd 'ParentPath') 1024
    }
    $Disk['chain'] = $chain
    $Disk['chainError'] = $fault
}
