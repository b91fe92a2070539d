function Read-ClusterNodes {
    # Nodes with state and build.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section)

    $result = Invoke-Source -Run $Run -Reader 'Read-Cluster' -With @{ What = 'Node' }
    Add-SectionErrors -Section $Section -Result $result -All
    if ($result.Failed) { Add-AbsentOf -To $Run.ClusterAbsent -Fact 'nodes' -Result $result; return }
    $states = @{ '0' = 'Up'; '1' = 'Down'; '2' = 'Paused'; '3' = 'Joining' }
    $Run.Cluster['nodes'] = @(foreach ($node in $result.Rows) {
            [ordered]@{ name = Limit-Text (Get-Value $node 'Name') 512; state = ConvertTo-Word (Get-Value $node 'State') $states; osBuild = ConvertTo-Whole (Get-Value $node 'BuildNumber') }
        })
}
