namespace VeniceStudio.Server.Projects;

public static class ProjectSetup
{
    public static void AddProjects(this WebApplicationBuilder builder) => builder.Services.AddSingleton<ConceptDesk>();
}
