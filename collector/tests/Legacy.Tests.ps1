# Server 2008 R2 and 2012 over WMI, and Virtual Machine Manager. Synthetic data.
BeforeAll {
    $ErrorActionPreference = 'Stop'
    Import-Module ([IO.Path]::Combine($PSScriptRoot, '..', 'Quiesce', 'Quiesce.psd1')) -Force
    $script:id = '7d0c4f1e-52a8-4b7b-9c1d-9e3a60b2f2a4'
}
AfterAll { Remove-Module Quiesce -ErrorAction SilentlyContinue }

Describe 'A host that is read over WMI' {
    It 'names a state by its number: <Number> is <State>' -TestCases @(@{ Number = 2; State = 'Running' }, @{ Number = 3; State = 'Off' }, @{ Number = 32768; State = 'Paused' }, @{ Number = 32769; State = 'Saved' }, @{ Number = 6; State = 'Saved' }, @{ Number = 9; State = 'Paused' }, @{ Number = 4711; State = '4711' }) {
        InModuleScope Quiesce -Parameters @{ Number = $Number; State = $State; Id = $id } {
            $run = New-Run -CallSeconds 0 -RunSeconds 60
            $run.Space = 'root/virtualization'
            $run.Host['backupProducts'] = @()
            Add-LegacyVm -Run $run -Id $Id -System ([pscustomobject]@{ Name = $Id; ElementName = 'VM01'; EnabledState = $Number; OperationalStatus = @(2); HealthState = 5 }) -Setting $null -Folder $null
            $run.Vms[$Id].Facts['state'] | Should -BeExactly $State
            $run.Vms[$Id].Facts['stateRaw'] | Should -Be $Number
            $run.Vms[$Id].Facts['operational'] | Should -Be @('Ok')
        }
    }
    It 'has no replica on 2008 R2, and WMI''s own numbers on 2012' {
        InModuleScope Quiesce {
            $facts = [ordered]@{}
            Set-LegacyReplica -Facts $facts -Absent ([Collections.Generic.List[object]]::new()) -System ([pscustomobject]@{ ReplicationMode = 1; ReplicationState = 3; ReplicationHealth = 1 }) -Old $false
            $facts['replicationState'] | Should -BeExactly 'Replicating'
            $absent = [Collections.Generic.List[object]]::new()
            Set-LegacyReplica -Facts $facts -Absent $absent -System ([pscustomobject]@{}) -Old $true
            $facts['replicationMode'] | Should -BeNullOrEmpty
            $absent[0]['reason'] | Should -BeExactly 'not-applicable'
        }
    }
    It 'tells present settings from checkpoints, in v1 and v2' {
        InModuleScope Quiesce {
            Test-CurrentSetting -Row ([pscustomobject]@{ SettingType = 3 }) | Should -BeTrue
            Test-CurrentSetting -Row ([pscustomobject]@{ SettingType = 5 }) | Should -BeFalse
            Test-CurrentSetting -Row ([pscustomobject]@{ VirtualSystemType = 'Microsoft:Hyper-V:System:Realized' }) | Should -BeTrue
            Test-CurrentSetting -Row ([pscustomobject]@{ VirtualSystemType = 'Microsoft:Hyper-V:Snapshot:Recovery' }) | Should -BeFalse
        }
    }
    It 'follows a disk to its controller by references with doubled backslashes' {
        InModuleScope Quiesce -Parameters @{ Id = $id } {
            $run = New-Run -CallSeconds 0 -RunSeconds 60
            $refer = { param($instance) "\\HV08\root\virtualization:Msvm_ResourceAllocationSettingData.InstanceID=`"$($instance.Replace('\', '\\'))`"" }
            $controller = [pscustomobject]@{ InstanceID = "Microsoft:$Id\C\1"; ResourceSubType = 'Microsoft Synthetic SCSI Controller'; Address = '1' }
            $drive = [pscustomobject]@{ InstanceID = "Microsoft:$Id\C\1\0\D"; ResourceSubType = 'Microsoft Synthetic Disk Drive'; Address = '4'; Parent = (& $refer $controller.InstanceID) }
            $disk = [pscustomobject]@{ InstanceID = "Microsoft:$Id\C\1\0\L"; ResourceSubType = 'Microsoft Virtual Hard Disk'; Connection = @('D:\VMs\a.vhd'); Parent = (& $refer $drive.InstanceID) }
            $rows = @{}
            foreach ($row in $controller, $drive, $disk) { $rows[$row.InstanceID.ToLowerInvariant()] = $row }
            $facts = ConvertTo-LegacyDisk -Run $run -Disk @{ Row = $disk; IsPhysical = $false } -Rows $rows
            $facts['controllerType'] | Should -BeExactly 'SCSI'
            $facts['controllerNumber'] | Should -Be 1
            $facts['lun'] | Should -Be 4
            $facts['path'] | Should -BeExactly 'D:\VMs\a.vhd'
        }
    }
    It 'knows a physical disk by its number' {
        InModuleScope Quiesce {
            $row = [pscustomobject]@{ InstanceID = 'x'; ResourceSubType = 'Microsoft Physical Disk Drive'; HostResource = @('\\HV08\root\virtualization:Msvm_DiskDrive.CreationClassName="Msvm_DiskDrive",DeviceID="Microsoft:0A0A0A0A-0000-4000-8000-000000000001\\7"'); Address = '0'; Parent = $null }
            $facts = ConvertTo-LegacyDisk -Run (New-Run -CallSeconds 0 -RunSeconds 60) -Disk @{ Row = $row; IsPhysical = $true } -Rows @{}
            $facts['kind'] | Should -BeExactly 'passthrough'
            $facts['diskNumber'] | Should -Be 7
        }
    }
    It 'says in every section that a host does not answer' {
        InModuleScope Quiesce {
            Mock Read-Session { throw [Runtime.InteropServices.COMException]::new('x', -2147023174) }
            $record = Read-LegacyHost -Run (New-Run -CallSeconds 0 -RunSeconds 60) -ComputerName 'old01'
            $record.Facts['name'] | Should -BeExactly 'old01'
            $record.Absent[0]['fact'] | Should -BeExactly '*'
            foreach ($section in $record.Sections.Values) {
                $section.Complete | Should -BeFalse
                $section.Errors[0]['reason'] | Should -BeExactly 'unreachable'
            }
        }
    }
}

Describe 'Virtual Machine Manager' {
    It 'takes the GUID of a VM from its configuration file' {
        InModuleScope Quiesce -Parameters @{ Id = $id } {
            $vm = ConvertTo-ScvmmVm -HostRecord @{ Volumes = @{} } -Row ([pscustomobject]@{ Name = 'A'; VMCPath = "D:\VMs\A\Virtual Machines\$Id.XML"; VirtualMachineState = 'PowerOff'; Memory = 1024; BackupEnabled = $true })
            $vm.Id | Should -BeExactly $Id
            $vm.Facts['state'] | Should -BeExactly 'Off'
            $vm.Facts['configLocation'] | Should -BeExactly 'D:\VMs\A'
            $vm.Facts['memoryAssignedBytes'] | Should -Be 1GB
            @($vm.Facts['integration']).Count | Should -Be 1
        }
    }
    It 'takes what it remembers of a host that does not answer for no fact' {
        InModuleScope Quiesce {
            $record = ConvertTo-ScvmmHost -Row ([pscustomobject]@{ Name = 'hv2.corp.example'; CommunicationState = 'NotResponding'; OperatingSystemVersion = '10.0.17763.0' })
            $record.Facts.Contains('osVersion') | Should -BeFalse
            $record.Absent[0]['reason'] | Should -BeExactly 'unreachable'
        }
    }
    It 'sees a physical disk among the drives' {
        InModuleScope Quiesce {
            (ConvertTo-ScvmmDisk -HostRecord @{ Volumes = @{} } -Drive ([pscustomobject]@{ BusType = 'SCSI'; Bus = 0; LUN = 1; VirtualHardDisk = $null; PassThroughDisk = 'LUN 7' }))['kind'] | Should -BeExactly 'passthrough'
        }
    }
    It 'makes no document of a server that names no host' {
        InModuleScope Quiesce {
            Mock Read-Scvmm { if ($What -eq 'Server') { 'server' } }
            { Read-ScvmmEstate -Run (New-Run -CallSeconds 0 -RunSeconds 60) -Name 'vmm01' } | Should -Throw '*names no host*'
        }
    }
}

Describe 'Integration components over WMI' {
    It 'gives no list that lacks a kind whose class did not answer' {
        InModuleScope Quiesce {
            $run = New-Run -CallSeconds 0 -RunSeconds 60
            $run.Space = 'root/virtualization'
            $id = '7d0c4f1e-52a8-4b7b-9c1d-9e3a60b2f2a4'
            $run.Vms[$id] = @{ Id = $id; Facts = [ordered]@{ integration = $null; heartbeat = $null }; Absent = [Collections.Generic.List[object]]::new(); Running = $true }
            Mock Read-Cim {
                if ($ClassName -like '*SettingData') { return [pscustomobject]@{ InstanceID = 'Microsoft:7D0C4F1E-52A8-4B7B-9C1D-9E3A60B2F2A4\x'; EnabledState = 2 } }
                [pscustomobject]@{ SystemName = '7D0C4F1E-52A8-4B7B-9C1D-9E3A60B2F2A4'; OperationalStatus = @(2) }
            }
            Read-LegacyIntegration -Run $run
            $run.Vms[$id].Facts['integration'].Count | Should -Be 5
            Mock Read-Cim { throw [TimeoutException]::new('slow') } -ParameterFilter { $ClassName -eq 'Msvm_VssComponentSettingData' }
            Read-LegacyIntegration -Run $run
            $run.Vms[$id].Facts['integration'] | Should -BeNullOrEmpty
            @($run.Vms[$id].Absent | Where-Object { $_['fact'] -eq 'integration' })[0]['reason'] | Should -BeExactly 'timed-out'
        }
    }
}
