function Read-LegacyChains {
    # Chains of disk files by the image service of the host: one call for each distinct file, because it takes one path.
    # At most 2,000 files and 60 levels.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section)

    $known = @{}
    $kinds = @{ '2' = 'Fixed'; '3' = 'Dynamic'; '4' = 'Differencing' }
    foreach ($vm in $Run.Vms.Values) {
        $at = -1
        foreach ($disk in $vm.Facts['disks']) {
            $at++
            Add-Absent -To $vm.Absent -Fact "disks[$at].guestCluster" -Reason 'not-applicable'
            $path = $disk['path']
            for ($level = 0; $null -ne $path -and $level -lt 60; $level++) {
                $key = $path.ToLowerInvariant()
                if (-not $known.ContainsKey($key)) {
                    if ($known.Count -ge 2000) { break }
                    $result = Invoke-Source -Run $Run -Reader 'Read-RemoteDisk' -With @{ Session = $Run.Session; Namespace = $Run.Space; Path = $path; TimeoutSeconds = $Run.CallSeconds }
                    $vhd = $null
                    if ($result.Rows.Count -gt 0) {
                        $info = ConvertFrom-CimXml -Xml "$($result.Rows[0])"
                        $vhd = [pscustomobject]@{
                            Path = $path; VhdFormat = $(if ($path -match '(?i)x$') { 'VHDX' } else { 'VHD' }); VhdType = ConvertTo-Word $info['Type'] $kinds; Size = $info['MaxInternalSize']; FileSize = $info['FileSize']
                            LogicalSectorSize = $(if ($info.ContainsKey('LogicalSectorSize')) { $info['LogicalSectorSize'] } else { 512 }); PhysicalSectorSize = $info['PhysicalSectorSize']; Alignment = $null; ParentPath = $info['ParentPath']
                        }
                    }
                    $cause = if ($result.Errors.Count -gt 0) { $result.Errors[0] } else { @{ Reason = 'error'; Text = "The image service tells nothing of $path."; Mend = ''; Record = $null } }
                    $known[$key] = @{ Vhd = $vhd; Cause = $(if ($null -eq $vhd) { $cause } else { $null }) }
                }
                $path = if ($null -ne $known[$key].Vhd) { Limit-Text $known[$key].Vhd.ParentPath 1024 } else { $null }
            }
            Set-DiskChain -Run $Run -Section $Section -Vm $vm -Disk $disk -At $at -Known $known
        }
    }
}
