// Stylesheets are the bundler's: importing one has an effect and no value.
declare module '*.css'
