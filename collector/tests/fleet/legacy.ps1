# A Server 2008 R2 host as WMI shows it from another machine: root\virtualization, no cmdlets. Synthetic.

function New-LegacyCim {
    param([string] $Name, [string] $Guest, [string] $Off)
    $space = 'root/virtualization'
    $vms = [ordered]@{ $Guest = 2; $Off = 3 }
    $cim = @{
        'root/cimv2|Win32_OperatingSystem' = @(New-Row @{ Caption = 'Microsoft Windows Server 2008 R2 Enterprise '; Version = '6.1.7601'; BuildNumber = '7601'; ProductType = 3; OperatingSystemSKU = 10; OSLanguage = 1033; MUILanguages = @('en-US') })
        'root/cimv2|Win32_ComputerSystem' = @(New-Row @{ Name = $Name; DNSHostName = $Name; Domain = 'corp.example'; PartOfDomain = $true })
        'root/cimv2|Win32_ComputerSystemProduct' = @(New-Row @{ UUID = "$(Get-FleetGuid "hardware $Name")" })
        'root/cimv2|Win32_Service' = @(foreach ($service in 'vmms', 'VSS', 'nvspwmi') { New-Row @{ Name = $service; State = 'Running'; StartMode = 'Auto' } })
        'root/cimv2|Win32_ShadowProvider' = @(New-Row @{ ID = '{b5946137-7b9f-4925-af80-51abd60b20d5}'; Name = 'Microsoft Software Shadow Copy provider 1.0'; Type = 1 })
        'root/cimv2|Win32_Volume' = @(foreach ($letter in 'C', 'D') { New-Row @{ Name = "${letter}:\"; DriveLetter = "${letter}:"; DeviceID = "\\?\Volume{$($script:VolumeIds[$letter])}\"; FileSystem = 'NTFS'; Capacity = [uint64] 2TB; FreeSpace = [uint64] 900GB; BlockSize = 4096; DriveType = 3 } })
        "$space|Msvm_ImageManagementService" = @(New-Row @{ Name = 'vhdsvc' })
        "$space|Msvm_ComputerSystem" = @(New-Row @{ Name = $Name; ElementName = $Name; EnabledState = 2 }); "$space|Msvm_VirtualSystemSettingData" = @(); "$space|Msvm_VirtualSystemGlobalSettingData" = @(); "$space|Msvm_ResourceAllocationSettingData" = @(); "$space|Msvm_KvpExchangeComponent" = @()
    }
    foreach ($kind in 'Vss', 'Heartbeat', 'KvpExchange', 'Shutdown', 'TimeSync') { foreach ($class in "Msvm_${kind}ComponentSettingData", "Msvm_${kind}Component") { if (-not $cim.ContainsKey("$space|$class")) { $cim["$space|$class"] = @() } } }
    foreach ($vm in $vms.Keys) {
        $id = "$(Get-FleetGuid "vm $vm")".ToUpperInvariant()
        $cim["$space|Msvm_ComputerSystem"] += New-Row @{ Name = $id; ElementName = $vm; EnabledState = $vms[$vm]; HealthState = 5; OperationalStatus = @(2); OnTimeInMilliseconds = [uint64] 864000000 }
        $cim["$space|Msvm_VirtualSystemSettingData"] += New-Row @{ SystemName = $id; InstanceID = "Microsoft:$id"; ElementName = $vm; SettingType = 3; CreationTime = $null }
        $cim["$space|Msvm_VirtualSystemGlobalSettingData"] += New-Row @{ SystemName = $id; ExternalDataRoot = "D:\VMs\$vm"; SnapshotDataRoot = "D:\VMs\$vm" }
        $ide = "Microsoft:$id\83F8638B-8DCA-4152-9EDA-2CA8B33039B4\0"
        $reference = { param($of) "\\$Name\root\virtualization:Msvm_ResourceAllocationSettingData.InstanceID=`"$($of.Replace('\', '\\'))`"" }
        $cim["$space|Msvm_ResourceAllocationSettingData"] += New-Row @{ InstanceID = $ide; ResourceSubType = 'Microsoft Emulated IDE Controller'; Address = '0'; Parent = $null; Connection = $null }
        $cim["$space|Msvm_ResourceAllocationSettingData"] += New-Row @{ InstanceID = "$ide\0\D"; ResourceSubType = 'Microsoft Synthetic Disk Drive'; Address = '0'; Parent = (& $reference $ide); Connection = $null }
        $cim["$space|Msvm_ResourceAllocationSettingData"] += New-Row @{ InstanceID = "$ide\0\L"; ResourceSubType = 'Microsoft Virtual Hard Disk'; Address = $null; Parent = (& $reference "$ide\0\D"); Connection = @("D:\VMs\$vm\$vm.vhd") }
        foreach ($kind in 'Vss', 'Heartbeat', 'KvpExchange', 'Shutdown', 'TimeSync') {
            $cim["$space|Msvm_${kind}ComponentSettingData"] += New-Row @{ InstanceID = "Microsoft:$id\$kind"; EnabledState = 2 }
            if ($vms[$vm] -eq 2 -and $kind -ne 'KvpExchange') { $cim["$space|Msvm_${kind}Component"] += New-Row @{ SystemName = $id; OperationalStatus = @(2) } }
        }
    }
    $running = @{ Id = Get-FleetGuid "vm $Guest"; Name = $Guest; Kvp = @{ OSName = 'Windows Server 2008 R2 Standard'; OSVersion = '6.1.7601'; OSMajorVersion = '6'; OSMinorVersion = '1'; IntegrationServicesVersion = '6.1.7601.17514' } }
    $kvp = New-FleetKvp $running
    $kvp | Add-OperationalStatus
    $cim["$space|Msvm_KvpExchangeComponent"] = @($kvp)
    $cim
}

filter Add-OperationalStatus { $_.PSObject.Properties.Add([psnoteproperty]::new('OperationalStatus', @(2))) }

# A Server 2025 machine without VMs of its own that reads the old host.
function Get-FleetLegacy {
    param()
    New-FleetWorld '2025' 'HV08R2-01' @() -Bend {
        param($world)
        $world.ComputerName = @('HV08R2-01')
        $world.Remote['HV08R2-01'] = @{ Cim = New-LegacyCim 'HV08R2-01' 'LEGACY01' 'LEGACY02' }
        $world.Readers['Read-RemoteWriters'] = { param([string] $ComputerName, $Credential) Get-FleetText 'writers-en.txt' }
        $world.Answers['New-CimSessionOption'] = { New-Row @{ Protocol = 'Dcom' } }
        $world.Answers['New-CimSession'] = { param($Bound) New-Row @{ ComputerName = "$($Bound['ComputerName'])" } }
        $world.Answers['Invoke-CimMethod'] = {
            param($Bound)
            switch ($Bound['MethodName']) {
                'GetStringValue' { New-Row @{ ReturnValue = 0; sValue = $(if ($Bound['Arguments'].sValueName -eq 'EditionID') { 'ServerEnterprise' } else { '6.1.7601.17514' }) } }
                'GetVirtualHardDiskInfo' {
                    $values = [ordered]@{ Path = $Bound['Arguments'].Path; FileSize = 21474836480; InUse = 'TRUE'; MaxInternalSize = 107374182400; ParentPath = ''; Type = 2 }
                    $xml = foreach ($name in $values.Keys) { "<PROPERTY NAME=`"$name`" TYPE=`"string`"><VALUE>$($values[$name])</VALUE></PROPERTY>" }
                    New-Row @{ ReturnValue = 0; Info = "<INSTANCE CLASSNAME=`"Msvm_VirtualHardDiskInfo`">$($xml -join '')</INSTANCE>" }
                }
            }
        }
    }
}
