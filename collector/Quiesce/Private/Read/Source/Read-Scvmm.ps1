function Read-Scvmm {
    # The only place where cmdlets of Virtual Machine Manager are called; each brings the whole estate at once.
    param([Parameter(Mandatory)] [string] $What, [string] $Name, [pscredential] $Credential, $Server)

    switch ($What) {
        'Server' {
            $to = @{ ComputerName = $Name; ErrorAction = 'Stop' }
            if ($null -ne $Credential) { $to['Credential'] = $Credential }
            VirtualMachineManager\Get-SCVMMServer @to
        }
        'Host' { VirtualMachineManager\Get-SCVMHost -VMMServer $Server -ErrorAction Continue }
        'Cluster' { VirtualMachineManager\Get-SCVMHostCluster -VMMServer $Server -ErrorAction Continue }
        'VM' { VirtualMachineManager\Get-SCVirtualMachine -VMMServer $Server -All -ErrorAction Continue }
        default { throw [ArgumentException]::new("Read-Scvmm does not read '$What'.") }
    }
}
